package io.sluice.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.delivery.gateway.GatewayBroke;
import io.sluice.engine.delivery.gateway.GatewayRecovered;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.BreakableNode;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
@Import(MovableTime.class)
@TestPropertySource(
    properties = {
      "sluice.alerts.sweep=PT1H",
      "sluice.schedule.sweep=PT1H",
      "sluice.run.retry-cycle=PT0.1S,PT0.1S",
      "sluice.outbound.allowed=127.0.0.1"
    })
@Tag("any-database")
class AlertTest {
  @LocalServerPort int port;
  @Autowired SettableClock clock;
  @Autowired AlertSweep sweep;
  @Autowired RunAlerts runAlerts;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired AudienceStore audiences;
  @Autowired DSLContext db;
  Shop shop;
  Shop neighbour;
  ChatRobot robot;

  @BeforeEach
  void open() {
    robot = ChatRobot.start();
    neighbour = Shop.create(new Api(port));
    neighbour.put("alert-contacts", contacts(robot.address() + "/neighbour"));
    shop = Shop.create(new Api(port));
    shop.put("members/M0", "{'profile':{'level':2}}");
    shop.put("alert-contacts", contacts(robot.address() + "/shop"));
    shop.put("campaigns/c", waiting());
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
    BreakableNode.FAILURES.set(0);
    robot.stop();
  }

  @Test
  void aFailedRunIsOneAlertAndIsToldOnceUntilTheRepeat() {
    shop.put("campaigns/c/alert-contacts", contacts(robot.address() + "/campaign"));
    BreakableNode.FAILURES.set(1_000);
    shop.put(
        "campaigns/c",
        waiting()
            .replace(
                "\"type\":\"wait\",\"config\":{\"for\":\"duration\",\"duration\":\"P9D\"}",
                "\"type\":\"breakable\""));
    long run = start();
    await().atMost(Duration.ofSeconds(30)).until(() -> sweptAlerts().size() == 1);

    JsonNode alert = sweptAlerts().get(0);
    assertThat(alert.path("kind").asText()).isEqualTo("run-failed");
    assertThat(alert.path("campaign").asText()).isEqualTo("c");
    assertThat(alert.path("node").asText()).isEqualTo("f");
    assertThat(alert.path("message").asText()).contains("Run " + run, "warehouse");
    awaitPosts(2);
    assertThat(robot.posts()).anyMatch(post -> post.startsWith("/shop "));
    assertThat(robot.posts()).anyMatch(post -> post.startsWith("/campaign "));
    assertThat(robot.posts().get(0)).contains("\"msgtype\":\"text\"").contains("warehouse");

    clock.pass(Duration.ofHours(4).plusMinutes(1));
    sweep.sweep();
    awaitPosts(4);
    shop.post("alerts/" + alert.path("id").asLong() + "/acknowledge", "{}");
    clock.pass(Duration.ofHours(5));
    sweep.sweep();
    assertThat(sweptAlerts()).hasSize(1);
    assertThat(robot.posts()).hasSize(4);

    shop.post("runs/" + run + "/stop", "{}");
    clock.pass(Duration.ofMinutes(6));
    assertThat(sweptAlerts()).isEmpty();
    assertThat(shop.get("alerts").json().at("/0/endedAt").asText()).isNotBlank();
    assertThat(neighbour.get("alerts").json()).isEmpty();
  }

  @Test
  void aRunThatIsDueAndDoesNotGoOnIsTold() {
    long run = start();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.update(table(name("step")))
                        .set(
                            field(name("release_at"), OffsetDateTime.class),
                            OffsetDateTime.now().minusMinutes(11))
                        .where(
                            field(name("workspace_id"), Integer.class).eq(id().value()),
                            field(name("state"), String.class).eq("waiting"))
                        .execute()
                    == 1);

    assertThat(sweptAlerts().at("/0/kind").asText()).isEqualTo("run-stalled");
    shop.post("runs/" + run + "/stop", "{}");
  }

  /** What is written is rolled back, so that no worker takes the message up. */
  @Test
  void messagesThatAreDueAndThatNobodySendsAreTold() {
    long run = startAndArrive();

    List<Trouble> troubles =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              insertDelivery(run, "open", null);
              insertLateBatch(run);
              return runAlerts.troubles();
            });

    assertThat(troubles)
        .filteredOn(trouble -> trouble.workspace().equals(id()))
        .singleElement()
        .satisfies(trouble -> assertThat(trouble.message()).contains("Messages of run " + run));
    shop.post("runs/" + run + "/stop", "{}");
  }

  @Test
  void messagesThatAreHeldForWantOfMoneyAreTold() {
    long run = startAndArrive();

    List<Trouble> troubles =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              insertDelivery(run, "held", "budget");
              return runAlerts.troubles();
            });

    assertThat(troubles)
        .filteredOn(trouble -> trouble.workspace().equals(id()))
        .singleElement()
        .satisfies(
            trouble -> {
              assertThat(trouble.kind()).isEqualTo(AlertKind.LIMIT_REACHED);
              assertThat(trouble.message()).contains("the budget is used up");
            });
    shop.post("runs/" + run + "/stop", "{}");
  }

  private long startAndArrive() {
    long run = start();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                db.fetchExists(
                    table(name("step")),
                    field(name("workspace_id"), Integer.class).eq(id().value()),
                    field(name("node_id"), String.class).eq("f")));
    return run;
  }

  private void insertDelivery(long run, String state, String heldBy) {
    db.execute(
        "insert into delivery (workspace_id, run_id, cohort_id, node_id, entry, campaign_id,"
            + " data_version, state, held_by, message, created_at)"
            + " values (?, ?, 1, 'f', 1, 1, 1, ?, ?, '{}', current_timestamp)",
        id().value(),
        run,
        state,
        heldBy);
  }

  private void insertLateBatch(long run) {
    db.execute(
        "insert into delivery_batch (workspace_id, run_id, cohort_id, node_id, number, channel,"
            + " gateway, variant, state, due_at, members, hash)"
            + " values (?, ?, 1, 'f', 0, 'sms', 'g', 0, 'ready', current_timestamp - interval '11' minute, 1, ?)",
        id().value(),
        run,
        audiences.put(id(), Audience.of(0)));
  }

  @Test
  void aBrokenGatewayIsToldUntilItRecovers() {
    Instant since = Instant.now();
    events.publishEvent(new GatewayBroke(id(), "sandbox-sms", since, "http-503"));
    assertThat(sweptAlerts().at("/0/message").asText())
        .contains("sandbox-sms")
        .contains("http-503");
    assertThat(sweptAlerts()).hasSize(1);

    events.publishEvent(new GatewayRecovered(id(), "sandbox-sms", since));
    assertThat(sweptAlerts()).isEmpty();
    events.publishEvent(new GatewayBroke(id(), "sandbox-sms", since, "http-503"));
    assertThat(sweptAlerts()).hasSize(1);
    awaitPosts(2);
    events.publishEvent(new GatewayRecovered(id(), "sandbox-sms", since));
  }

  @Test
  void aStartThatDidNotHappenIsTold() {
    db.execute(
        "insert into schedule_slot (workspace_id, campaign_id, slot, state, reason, at)"
            + " values (?, 1, current_timestamp, 'missed', 'No server ran.', current_timestamp)",
        id().value());

    assertThat(sweptAlerts().at("/0/kind").asText()).isEqualTo("start-missed");
    assertThat(sweptAlerts().at("/0/message").asText()).contains("No server ran.");
  }

  @Test
  void aRobotAtAnAddressThatIsNotPublicIsNotCalled() {
    shop.put("alert-contacts", contacts("http://169.254.169.254/hook"));
    events.publishEvent(new GatewayBroke(id(), "sandbox-email", Instant.now(), "x"));
    sweep.sweep();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> shop.get("alerts").json().at("/0/told/0/state").asText().equals("failed"));
    assertThat(shop.get("alerts").json().at("/0/told/0/reason").asText())
        .isEqualTo("target-not-allowed");
    events.publishEvent(new GatewayRecovered(id(), "sandbox-email", Instant.now()));
  }

  @Test
  void textMessagesAndMailsGoByAGateway() {
    shop.put(
        "alert-contacts",
        "[{'kind':'phone','address':'+8613800000000'},{'kind':'email','address':'ops@example.com'}]");
    events.publishEvent(new GatewayBroke(id(), "sandbox-sms", Instant.now(), "x"));
    sweep.sweep();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                shop.get("alerts")
                    .json()
                    .at("/0/told")
                    .findValuesAsText("state")
                    .equals(List.of("sent", "sent")));
    events.publishEvent(new GatewayRecovered(id(), "sandbox-sms", Instant.now()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[null]",
        "[{}]",
        "[{'kind':'pigeon','address':'x'}]",
        "[{'kind':'phone','address':'call me'}]",
        "[{'kind':'email','address':'nobody'}]",
        "[{'kind':'robot','address':'https://example.com'}]",
        "[{'kind':'robot','robot':'slack','address':'ftp://example.com'}]",
        "[{'kind':'robot','robot':'slack','address':'https://exa mple'}]",
        "[{'kind':'phone','robot':'slack','address':'+8613800000000'}]"
      })
  void refusesContactsThatMakeNoSense(String body) {
    Api.Answer answer = shop.put("alert-contacts", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(shop.get("alert-contacts").json()).hasSize(1);
  }

  private static String contacts(String robot) {
    return "[{'kind':'robot','robot':'wecom','address':'%s','name':'Ops'}]".formatted(robot);
  }

  private static String waiting() {
    return TestCanvases.small("C")
        .replace(
            "\"type\":\"filter\",\"config\":{\"rule\":{\"profile\":\"level\",\"op\":\"at-least\",\"value\":2}}",
            "\"type\":\"wait\",\"config\":{\"for\":\"duration\",\"duration\":\"P9D\"}");
  }

  private long start() {
    Api.Answer started = shop.post("campaigns/c/start", "{}");
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    return started.json().path("id").asLong();
  }

  private WorkspaceId id() {
    return workspaces.find(shop.key()).orElseThrow().id();
  }

  private JsonNode sweptAlerts() {
    sweep.sweep();
    return shop.get("alerts?open=true").json();
  }

  private void awaitPosts(int posts) {
    await().atMost(Duration.ofSeconds(20)).until(() -> robot.posts().size() == posts);
  }
}
