package io.sluice.engine.reward.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.segment.RewardFacts.CouponSource;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CodeWrite;
import io.sluice.node.NodeFailure;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes of pools that nodes give, over HTTP. */
@EngineTest
class CodeRunTest {
  private static final int PEOPLE = 200;

  @LocalServerPort int port;
  @Autowired CodeLedger ledger;
  @Autowired GivenCodes given;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  private Shop shop;

  @BeforeEach
  void peopleAndAnOtherShopWithTheSamePool() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(new Api(port));
    for (Shop one : List.of(shop, other)) {
      StringBuilder csv = new StringBuilder("member,registered_at\n");
      IntStream.range(0, PEOPLE).forEach(i -> csv.append("m%d,2020-01-01\n".formatted(i)));
      one.imports().run("members/import", csv.toString());
      one.put("code-pools/cinema", "{'name':'Cinema','unitCost':1.5}");
    }
    upload(other, "text/plain", "OTHER-1\nOTHER-2");
  }

  private static Answer upload(Shop shop, String type, String text) {
    return shop.api()
        .send(
            "POST",
            shop.address() + "/code-pools/cinema/codes",
            type,
            BodyPublishers.ofString(text));
  }

  private static String codes(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj("CODE-%04d"::formatted)
        .collect(Collectors.joining("\n"));
  }

  private Journey journey() {
    return Journey.in(shop, "gift")
        .node("who", "target-group", "{'who':'everyone'}")
        .node("code", "benefit-code", "{'pool':'cinema'}")
        .node("again", "benefit-code", "{'pool':'cinema'}")
        .node("got", "tag", "{'tag':'got','action':'add'}")
        .node("not", "tag", "{'tag':'not','action':'add'}")
        .arrow("who", "code")
        .arrow("code", "again")
        .arrow("again", "got")
        .arrow("again:failed", "not");
  }

  private static Map<String, Integer> counts(JsonNode nodes) {
    return Map.of(
        "code", Journey.nodeOf(nodes, "code").path("ports").path("done").asInt(),
        "again", Journey.nodeOf(nodes, "again").path("ports").path("done").asInt(),
        "not", Journey.nodeOf(nodes, "not").path("in").asInt());
  }

  @Test
  void givesAsManyAsThereAreTheSameInDryRunAndRun() {
    upload(shop, "text/plain", codes(0, 320));
    Journey journey = journey();

    JsonNode dryRun = journey.dryRun("{}");
    JsonNode forecast = dryRun.path("result").path("nodes");
    long run = journey.start("{}");
    JsonNode done = journey.finished(run).path("nodes");

    assertThat(counts(forecast)).isEqualTo(Map.of("code", 200, "again", 120, "not", 80));
    assertThat(withoutCode("dry-runs/" + dryRun.path("id").asText()))
        .isEqualTo(withoutCode("runs/" + run))
        .hasSize(80);
    assertThat(counts(done)).isEqualTo(counts(forecast));
    assertThat(Journey.nodeOf(forecast, "again").path("cost").decimalValue())
        .isEqualByComparingTo("180");
    assertThat(shop.get("code-pools/cinema").json().path("left").asInt()).isZero();
    assertThat(lookUp(run, "code")).hasSize(200);
    Set<String> all = new HashSet<>(lookUp(run, "code").values());
    all.addAll(lookUp(run, "again").values());
    assertThat(all).hasSize(320);
  }

  private List<String> withoutCode(String of) {
    return shop.get(of + "/nodes/again/ports/failed/members?limit=1000")
        .json()
        .path("members")
        .findValuesAsText("key");
  }

  private Map<Integer, String> lookUp(long run, String node) {
    return given.of(new CouponSource(workspace(), run, 1, node), Audience.range(0, PEOPLE * 2));
  }

  private WorkspaceId workspace() {
    return workspaces.find(shop.key()).orElseThrow().id();
  }

  @Test
  void addsCodesOnceAndTellsTheOthersByLine() {
    JsonNode first = upload(shop, "text/csv", "code\nA-1\nB-2\nA-1\nC-3,x\n").json();

    assertThat(first.path("added").asInt()).isEqualTo(2);
    assertThat(first.path("problems").findValuesAsText("line")).containsExactly("4", "5");
    JsonNode second = upload(shop, "text/plain", "B-2\nD-4").json();
    assertThat(second.path("added").asInt()).isEqualTo(1);
    assertThat(second.path("problems").path(0).path("code").asText())
        .isEqualTo("duplicate-in-pool");
    assertThat(second.path("pool").path("codes").asInt()).isEqualTo(3);
  }

  @Test
  void showsWhoGotWhichCodeMasked() {
    upload(shop, "text/plain", "SECRET-CODE-0001\nSECRET-CODE-0002");
    Journey journey = journey();
    journey.dryRun("{}");
    journey.finished(journey.start("{}"));

    Answer page = shop.get("code-pools/cinema/given?limit=1");
    assertThat(page.text()).doesNotContain("SECRET").contains("0001");
    String member = page.json().path(0).path("member").asText();
    assertThat(
            shop.get("members/" + member + "/benefit-codes").json().path(0).path("pool").asText())
        .isEqualTo("cinema");
    assertThat(shop.get("code-pools/cinema/given?after=1").json()).hasSize(1);
  }

  @Test
  void neverGivesACodeTwiceHoweverManyGiveAtOnce() throws Exception {
    upload(shop, "text/plain", codes(0, 100));
    WorkspaceId workspace = workspace();

    ExecutorService givers = Executors.newFixedThreadPool(8);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long cohort = i % 30;
      answers.add(givers.submit(() -> give(workspace, cohort)));
    }
    int people = 0;
    for (Future<Integer> answer : answers) {
      people += answer.get();
    }
    givers.shutdown();

    Set<String> codes = new TreeSet<>();
    for (long cohort = 0; cohort < 30; cohort++) {
      codes.addAll(
          given
              .of(
                  new CouponSource(workspace, 99, cohort, "node" + cohort),
                  Audience.range(0, PEOPLE))
              .values());
    }
    assertThat(people).isEqualTo(98);
    assertThat(codes).hasSize(98);
    assertThat(shop.get("code-pools/cinema").json().path("given").asInt()).isEqualTo(98);
  }

  /** How many got a code: seven, or nobody where that was done already or too few are left. */
  private int give(WorkspaceId workspace, long cohort) {
    try {
      return Boolean.TRUE.equals(
              transaction.execute(
                  status ->
                      ledger.give(
                          workspace,
                          new CodeWrite(new CodePoolRef("cinema"), Audience.range(10, 17)),
                          Instant.parse("2026-01-01T00:00:00Z"),
                          new CodeLedger.Source(
                              "cause/" + cohort, null, 99, "node" + cohort, cohort))))
          ? 7
          : 0;
    } catch (NodeFailure tooFew) {
      return 0;
    }
  }
}
