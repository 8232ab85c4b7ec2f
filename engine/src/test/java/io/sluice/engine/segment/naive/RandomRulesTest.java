package io.sluice.engine.segment.naive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the engine's answers to random rules against a person-by-person interpreter. */
@EngineTest
class RandomRulesTest {
  private static final int PEOPLE = 80;
  private static final int RULES = 800;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RICH = "{\"orders\":\"sum\",\"op\":\"at-least\",\"value\":100}";

  @LocalServerPort int port;
  @Autowired PopulationReader population;
  @Autowired SetLog sets;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;

  /** People who exist as members with the ids 0 and up, in this order. */
  private Workspace fill(List<Person> people) {
    Shop shop = Shop.create(new Api(port));
    shop.put("attributes/colour", "{'type':'choice','choices':['red','green','blue']}");
    shop.put("attributes/hobbies", "{'type':'multi-choice','choices':['tea','go','zen']}");
    shop.put("attributes/spent", "{'type':'number'}");
    shop.put("attributes/wedding", "{'type':'date'}");
    shop.put("attributes/happy", "{'type':'boolean'}");
    shop.put("attributes/note", "{'type':'text'}");
    imported(shop, "members/import", PeopleCsv.members(people));
    for (int n = 0; n < 3; n++) {
      imported(shop, "members/import?consentBasis=form", PeopleCsv.consents(people, n));
    }
    imported(shop, "orders/import", PeopleCsv.orders(people));
    imported(shop, "events/import", PeopleCsv.events(people));
    Workspace workspace = workspaces.find(shop.key()).orElseThrow();
    RandomPeople.TAGS.forEach(tag -> keep(workspace, SetRef.tag(tag), people));
    keep(workspace, SetRef.segment("kept"), people);
    shop.api().put(shop.address() + "/segments/rich", "{\"rule\":" + RICH + "}");
    return workspace;
  }

  private static void imported(Shop shop, String query, String csv) {
    JsonNode state = shop.imports().run(query, csv);
    assertThat(state.path("broken").asInt())
        .as(() -> shop.imports().errors(state).toString())
        .isZero();
  }

  private void keep(Workspace workspace, SetRef set, List<Person> people) {
    Audience members =
        Audience.collect(
            IntStream.range(0, people.size())
                .filter(
                    i ->
                        (set.kind() == SetRef.Kind.TAG
                                ? people.get(i).tags
                                : people.get(i).segments)
                            .contains(set.key())));
    transaction.executeWithoutResult(
        status ->
            sets.append(
                workspace.id(), SetWrite.add(set, members), RandomPeople.START, "test", null));
  }

  @Test
  void agreesWithThePersonByPersonInterpreter() throws Exception {
    List<Person> people = new RandomPeople(1).make(PEOPLE);
    Workspace workspace = fill(people);
    fill(new RandomPeople(2).make(PEOPLE));
    Map<String, JsonNode> segments = new TreeMap<>(Map.of("rich", JSON.readTree(RICH)));
    RandomRule rules = new RandomRule(3);
    Random random = new Random(4);
    long some = 0;
    for (int i = 0; i < RULES; i++) {
      String rule = rules.make();
      Instant now =
          RandomPeople.START.plus(
              12L * random.nextInt(RandomPeople.HALF_DAYS + 1200), ChronoUnit.HOURS);
      NaiveRule naive = new NaiveRule(now, workspace.zone(), segments);
      JsonNode json = JSON.readTree(rule);
      List<Integer> expected =
          IntStream.range(0, PEOPLE)
              .filter(id -> naive.meets(people.get(id), json))
              .boxed()
              .toList();

      Audience answer =
          population.read(
              workspace.id(),
              population.pin(workspace.id(), now),
              List.of(),
              p -> p.matching(new Rule(rule)));

      assertThat(answer.stream().boxed().toList()).as(rule + " at " + now).isEqualTo(expected);
      some += expected.isEmpty() ? 0 : 1;
    }
    assertThat(some).as("rules that somebody meets").isGreaterThan(RULES / 3);
  }
}
