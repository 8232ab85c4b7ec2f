package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.ApiClient;
import io.sluice.engine.testing.BreakableNode;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What operators do to runs, over HTTP. */
@EngineTest
@Import(MovableTime.class)
@TestPropertySource(properties = "sluice.run.retry-cycle=PT0.1S,PT0.1S")
class RunLifecycleTest {
  private static final String API = "/api/workspaces/life";

  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired SettableClock clock;
  private ApiClient api;

  @BeforeEach
  void makeWorkspaceOfTenMembers() {
    api = new ApiClient(port);
    if (api.get(API).status() == 404) {
      api.put(API, "{\"name\":\"Life\"}");
      int workspace =
          db.select(field(name("id"), Integer.class))
              .from(table(name("workspace")))
              .where(field(name("workspace_key")).eq("life"))
              .fetchSingle()
              .value1();
      for (int i = 0; i < 10; i++) {
        db.execute(
            "insert into member (workspace_id, id, member_key, level, registered_at) values (?, ?, ?, ?, timestamp with time zone '2020-01-01 00:00:00+00')",
            workspace,
            i,
            "m" + i,
            i % 5);
      }
    }
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
    BreakableNode.FAILURES.set(0);
  }

  @Test
  void aFailingNodeWaitsForARetryAndThenTheRunGoesOnWithNothingDoneTwice() {
    BreakableNode.FAILURES.set(1_000);
    long run = start("failing", node("breakable", "b", "{}"), tag("failing-tag"));

    JsonNode failed = awaitRun(run, view -> view.get("needsAttention").asBoolean());

    JsonNode node = nodeOf(failed, "b");
    assertThat(node.get("state").asText()).isEqualTo("failing");
    assertThat(node.at("/failure/message").asText()).contains("warehouse does not answer");
    assertThat(nodeOf(failed, "t").get("state").asText()).isEqualTo("done");
    assertThat(nodeOf(failed, "g").get("state").asText()).isEqualTo("pending");

    BreakableNode.FAILURES.set(0);
    assertThat(api.post(API + "/runs/" + run + "/retry", null).body().get("nodes").asInt())
        .isEqualTo(1);

    JsonNode finished = awaitState(run, "finished");
    assertThat(finished.get("needsAttention").asBoolean()).isFalse();
    assertThat(nodeOf(finished, "g").at("/ports/done").asInt()).isEqualTo(10);
    assertThat(setChanges(run)).hasSize(1);
  }

  @Test
  void aPassingFailureIsTriedAgainByItself() {
    BreakableNode.FAILURES.set(2);
    long run = start("passing", node("breakable", "b", "{}"), tag("passing-tag"));

    awaitState(run, "finished");
  }

  @Test
  void aPausedRunStandsStillUntilItIsResumed() {
    long run =
        start(
            "paused",
            node("wait", "w", "{\"for\":\"duration\",\"duration\":\"PT30M\"}"),
            tag("paused-tag"));
    awaitRun(run, view -> nodeOf(view, "w").get("state").asText().equals("waiting"));

    assertThat(api.post(API + "/runs/" + run + "/pause", null).body().get("state").asText())
        .isEqualTo("paused");
    clock.pass(Duration.ofMinutes(45));
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(10))
        .until(() -> nodeOf(get(run), "w").get("state").asText().equals("waiting"));

    api.post(API + "/runs/" + run + "/resume", null);
    awaitState(run, "finished");
    assertThat(setChanges(run)).hasSize(1);
  }

  @Test
  void resumeAsksAboutWaitsThatCameDueLongAgo() {
    long run =
        start(
            "overdue",
            node("wait", "w", "{\"for\":\"duration\",\"duration\":\"PT5H\"}"),
            tag("overdue-tag"));
    awaitRun(run, view -> nodeOf(view, "w").get("state").asText().equals("waiting"));
    api.post(API + "/runs/" + run + "/pause", null);
    clock.pass(Duration.ofHours(7));

    assertThat(get(run).at("/overdue/0/node").asText()).isEqualTo("w");
    ApiClient.Answer refused = api.post(API + "/runs/" + run + "/resume", null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("code").asText()).isEqualTo("overdue-steps");

    assertThat(
            api.post(API + "/runs/" + run + "/resume", "{\"overdue\":{\"w\":\"skip\"}}").status())
        .isEqualTo(200);
    JsonNode finished = awaitState(run, "finished");
    assertThat(nodeOf(finished, "w").at("/ports/skipped").asInt()).isEqualTo(10);
    assertThat(nodeOf(finished, "g").at("/in").asInt()).isZero();
    JsonNode people = api.get(API + "/runs/" + run + "/nodes/w/ports/skipped/members").body();
    assertThat(people.get("total").asInt()).isEqualTo(10);
  }

  @Test
  void aStoppedRunLeavesPeopleWhereTheyAreForGood() {
    long run =
        start(
            "stopped",
            node("wait", "w", "{\"for\":\"duration\",\"duration\":\"P1D\"}"),
            tag("stopped-tag"));
    awaitRun(run, view -> nodeOf(view, "w").get("state").asText().equals("waiting"));

    assertThat(api.post(API + "/runs/" + run + "/stop", null).body().get("state").asText())
        .isEqualTo("stopped");

    assertThat(nodeOf(get(run), "w").get("state").asText()).isEqualTo("waiting");
    assertThat(setChanges(run)).isEmpty();
    assertThat(api.post(API + "/runs/" + run + "/resume", null).status()).isEqualTo(409);
    assertThat(db.fetchCount(table(name("act_ru_execution")))).isZero();
  }

  @Test
  void aSecondStartIsRefusedWhileARunIsOpenAndTheSameKeyGivesTheSameRun() {
    long run =
        start(
            "double",
            node("wait", "w", "{\"for\":\"duration\",\"duration\":\"P1D\"}"),
            tag("double-tag"));
    String start = API + "/campaigns/double/start";

    assertThat(api.post(start, null).body().get("code").asText()).isEqualTo("run-open");
    api.post(API + "/runs/" + run + "/stop", null);

    long first = api.send("POST", start, null, "Idempotency-Key", "k1").body().get("id").asLong();
    long second = api.send("POST", start, null, "Idempotency-Key", "k1").body().get("id").asLong();
    assertThat(second).isEqualTo(first).isNotEqualTo(run);
    for (String other : List.of("{\"seed\":7}", "{\"asOf\":\"2026-01-01T00:00:00Z\"}")) {
      assertThat(api.send("POST", start, other, "Idempotency-Key", "k1").status()).isEqualTo(422);
    }
    api.post(API + "/runs/" + first + "/stop", null);
  }

  @Test
  void tellsWhyAMemberWasOrWasNotReached() {
    String filter = "{\"rule\":{\"profile\":\"level\",\"op\":\"at-least\",\"value\":3}}";
    long run = start("why", node("filter", "f", filter), tag("why-tag"));
    awaitState(run, "finished");

    JsonNode reached = api.get(API + "/runs/" + run + "/members/m4/why").body();
    JsonNode left = api.get(API + "/runs/" + run + "/members/m1/why").body();

    assertThat(reached.get("nodes").findValuesAsText("node")).containsExactly("t", "f", "g");
    assertThat(left.get("nodes").findValuesAsText("leftBy")).containsExactly("out", "rest");
    assertThat(left.at("/notReached/0/node").asText()).isEqualTo("g");
    assertThat(left.at("/notReached/0/sentence/en").asText()).contains("'Rest'");
    assertThat(api.get(API + "/runs/" + run + "/members/nobody/why").status()).isEqualTo(404);
  }

  private long start(String campaign, String middle, String last) {
    String middleId =
        middle.contains("\"id\":\"b\"") ? "b" : middle.contains("\"id\":\"w\"") ? "w" : "f";
    String canvas =
        """
        {"schemaVersion":1,"name":"%s","nodes":[%s,%s,%s],"edges":[
         {"id":"e1","source":"t","target":"%s"},{"id":"e2","source":"%s","target":"g"}]}
        """
            .formatted(
                campaign,
                node("target-group", "t", "{\"who\":\"everyone\"}"),
                middle,
                last,
                middleId,
                middleId);
    ApiClient.Answer saved = api.put(API + "/campaigns/" + campaign, canvas);
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    ApiClient.Answer started = api.post(API + "/campaigns/" + campaign + "/start", null);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    return started.body().get("id").asLong();
  }

  private static String node(String type, String id, String config) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"config\":%s}".formatted(id, type, config);
  }

  private static String tag(String tag) {
    return node("tag", "g", "{\"tag\":\"" + tag + "\",\"action\":\"add\"}");
  }

  private JsonNode get(long run) {
    return api.get(API + "/runs/" + run).body();
  }

  private JsonNode awaitState(long run, String state) {
    return awaitRun(run, view -> view.get("state").asText().equals(state));
  }

  private JsonNode awaitRun(long run, Predicate<JsonNode> condition) {
    await().atMost(Duration.ofSeconds(30)).until(() -> condition.test(get(run)));
    return get(run);
  }

  private static JsonNode nodeOf(JsonNode run, String id) {
    for (JsonNode node : run.get("nodes")) {
      if (node.get("id").asText().equals(id)) {
        return node;
      }
    }
    throw new AssertionError("No node " + id + " in " + run);
  }

  private List<String> setChanges(long run) {
    return new ArrayList<>(
        db.select(field(name("cause"), String.class))
            .from(table(name("set_change")))
            .where(field(name("cause"), String.class).like("run/" + run + "/%"))
            .fetch(field(name("cause"), String.class)));
  }
}
