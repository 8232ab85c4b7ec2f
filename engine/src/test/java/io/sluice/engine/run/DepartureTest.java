package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspaces;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A run to whose nodes other people come than were approved. */
@EngineTest
class DepartureTest {
  private static final int APPROVED = 10;

  @LocalServerPort int port;
  @Autowired Runs runs;
  @Autowired RunStore store;
  @Autowired RunTroubles troubles;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  private Shop shop;
  private Journey journey;

  @BeforeEach
  void anApprovedCampaignForTenPeople() {
    shop = Shop.create(new Api(port));
    shop.put("points-accounts/bonus", "{'name':'Bonus'}");
    people(0, APPROVED, 2);
    journey =
        Journey.in(shop, "c")
            .node(
                "who",
                "target-group",
                "{'who':'rule','rule':{'profile':'level','op':'at-least','value':2}}")
            .node("tag", "tag", "{'tag':'told','action':'add'}")
            .node("sms", "sms", "{'purpose':'service','text':'Hello','signature':'[Shop]'}")
            .node("give", "points", "{'account':'bonus','action':'add','points':5}")
            .arrow("who", "tag")
            .arrow("tag", "sms")
            .arrow("sms", "give");
    long dryRun = journey.dryRun("{}").path("id").asLong();
    decide("submit", "Ann", ",'dryRun':" + dryRun);
    decide("approve", "Bob", "");
  }

  private void people(int from, int to, int level) {
    StringBuilder file = new StringBuilder("member,phone,level,registered_at\n");
    IntStream.range(from, to)
        .forEach(i -> file.append("m%d,138%08d,%d,2020-01-01\n".formatted(i, i, level)));
    shop.imports().run("members/import", file.toString());
  }

  private void decide(String decision, String by, String more) {
    assertThat(
            shop.post(
                    "campaigns/c/review",
                    "{'decision':'%s','by':'%s'%s}".formatted(decision, by, more))
                .status())
        .isEqualTo(200);
  }

  private Api.Answer goOn(long run, String by) {
    return shop.post("runs/" + run + "/go-on", "{'by':'" + by + "','comment':'A good month'}");
  }

  private JsonNode paused(long run) {
    return journey.awaitRun(run, view -> view.path("state").asText().equals("paused"));
  }

  private int sent() {
    return shop.get("sandbox/messages?limit=1000").json().path("messages").size();
  }

  @Test
  void morePeopleThanApprovedGetNothingBeforeAnotherThanTheAuthorLetsThemGoOn() {
    people(APPROVED, 15, 2);

    long run = journey.start("{}");

    JsonNode view = paused(run);
    assertThat(view.path("pausedBy").asText()).isEqualTo("departure");
    assertThat(view.at("/departures/0").toString())
        .contains("\"node\":\"sms\",\"approved\":10,\"live\":15,\"allowed\":20");
    assertThat(shop.get("departures").json().at("/0/run").asLong()).isEqualTo(run);
    assertThat(troubles.departed()).anyMatch(one -> one.node().equals("sms"));
    shop.post("runs/" + run + "/pause", "{}");
    assertThat(shop.post("runs/" + run + "/resume", "{}").code()).isEqualTo("departed");
    assertThat(goOn(run, "Ann").code()).isEqualTo("own-campaign");
    assertThat(sent()).isZero();

    assertThat(goOn(run, "Bob").status()).isEqualTo(200);

    // Five more at the message are five more behind it: nobody is asked again for their points.
    JsonNode finished = journey.finished(run);
    assertThat(sent()).isEqualTo(15);
    assertThat(finished.at("/departures/0/decidedBy").asText()).isEqualTo("Bob");
    assertThat(finished.at("/departures/0/words").asText()).isEqualTo("A good month");
    assertThat(goOn(run, "Bob").code()).isEqualTo("run-closed");
    assertThat(shop.get("departures").json()).isEmpty();
  }

  @Test
  void fewerPeopleThanApprovedPauseTheRunToo() {
    people(0, 3, 1);

    assertThat(paused(journey.start("{}")).at("/departures/0/live").asInt()).isEqualTo(7);
    assertThat(sent()).isZero();
  }

  @Test
  void withinTheShareTheRunGoesThrough() {
    people(APPROVED, 12, 2);

    journey.finished(journey.start("{}"));

    assertThat(sent()).isEqualTo(12);
  }

  @Test
  void aStepThatIsDoneAgainWithoutADecisionPausesAgain() {
    people(APPROVED, 15, 2);
    long id = journey.start("{}");
    paused(id);

    // As if the server had died before the pause was written.
    Run run = store.find(workspaces.find(shop.key()).orElseThrow().id(), id).orElseThrow();
    transaction.executeWithoutResult(status -> store.setState(run, RunState.RUNNING, null));
    runs.align(store.find(run.workspace(), id).orElseThrow());

    JsonNode view = journey.awaitRun(id, now -> now.path("pausedBy").asText().equals("departure"));
    assertThat(view.path("departures")).hasSize(1);
    assertThat(sent()).isZero();
    assertThat(shop.post("runs/" + id + "/stop", "{}").status()).isEqualTo(200);
    assertThat(goOn(id, "Bob").status()).isEqualTo(409);
    assertThat(troubles.departed()).noneMatch(one -> one.run() == id && isOurs(one));
  }

  private boolean isOurs(RunTroubles.DepartedRun one) {
    return one.workspace().equals(workspaces.find(shop.key()).orElseThrow().id());
  }

  @Test
  void nobodyIsAskedWhereNoDryRunWasApproved() {
    journey =
        Journey.in(shop, "c")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("give", "points", "{'account':'bonus','action':'add','points':5}")
            .arrow("who", "give");
    journey.save();
    people(APPROVED, 30, 2);
    journey.finished(journey.start("{}"));
  }
}
