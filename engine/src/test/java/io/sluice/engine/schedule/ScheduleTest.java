package io.sluice.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@EngineTest
@Import(MovableTime.class)
@TestPropertySource(properties = "sluice.schedule.sweep=PT1H")
class ScheduleTest {
  private static final String PATH = "campaigns/c/schedule";

  @LocalServerPort int port;
  @Autowired SettableClock clock;
  @Autowired ScheduleSweep sweep;
  @Autowired Schedules schedules;
  @Autowired Workspaces workspaces;
  @Autowired Scheduler quartz;
  Shop shop;

  @BeforeEach
  void makeCampaign() {
    Shop.create(new Api(port)).put("campaigns/c", TestCanvases.small("Neighbour"));
    shop = Shop.create(new Api(port));
    shop.put("members/M0", "{'profile':{'level':2}}");
    shop.put("campaigns/c", TestCanvases.small("C"));
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void startsTheCampaignAtTheInstant() {
    put("{'at':'%s'}", Instant.now().plusSeconds(2));
    assertThat(get().path("waiting").asBoolean()).isTrue();

    await().atMost(Duration.ofSeconds(20)).until(() -> !get().path("waiting").asBoolean());

    assertThat(get().at("/starts/0/state").asText()).isEqualTo("started");
    assertThat(get().at("/starts/0/run").asLong()).isEqualTo(runs().get(0).path("id").asLong());
  }

  @Test
  void whatComesUpLaterThanTheGraceIsMissed() {
    put("{'at':'%s','grace':'PT2H'}", Instant.now().plusSeconds(3600));
    clock.pass(Duration.ofHours(3).plusMinutes(1));

    sweep.sweep();

    assertThat(get().at("/starts/0/state").asText()).isEqualTo("missed");
    assertThat(get().at("/starts/0/reason").asText()).contains("PT2H");
    assertThat(runs()).isEmpty();
    sweep.sweep();
    assertThat(runs()).isEmpty();
  }

  @Test
  void aLostAlarmIsMadeUpForWithinTheGrace() throws SchedulerException {
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    quartz.clear();
    clock.pass(Duration.ofMinutes(90));

    sweep.sweep();

    assertThat(get().at("/starts/0/state").asText()).isEqualTo("started");
  }

  @Test
  void whatWasChangedSinceItsApprovalDoesNotStartByItself() {
    shop.put("segments/s", "{'name':'S','rule':{'profile':'level','op':'at-least','value':2}}");
    Journey.in(shop, "c").node("who", "target-group", "{'who':'segment','segment':'s'}").save();
    shop.put("approval", "{'required':true}");
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    assertThat(get().at("/warnings/0/code").asText()).isEqualTo("not-approved");
    shop.post("campaigns/c/review", "{'decision':'submit','by':'Ann'}");
    shop.post("campaigns/c/review", "{'decision':'approve','by':'Bob'}");
    assertThat(get().path("warnings")).isEmpty();
    shop.put("segments/s", "{'name':'S','rule':{'profile':'level','op':'at-least','value':0}}");

    clock.pass(Duration.ofMinutes(61));
    sweep.sweep();

    assertThat(get().at("/starts/0/state").asText()).isEqualTo("refused");
    assertThat(get().at("/starts/0/reason").asText()).contains("Segment 'S' was changed");
    assertThat(runs()).isEmpty();
  }

  @Test
  void alarmsAreMadeAnewFromTheSchedules() throws SchedulerException {
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    quartz.clear();
    assertThat(alarms()).isZero();

    sweep.sweep();

    assertThat(alarms()).isPositive();
  }

  @Test
  void whateverComesToASlotStartsOneRun() throws Exception {
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    clock.pass(Duration.ofMinutes(61));
    WorkspaceId id = workspaces.find(shop.key()).orElseThrow().id();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<?>> comers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      comers.add(threads.submit(() -> schedules.come(id, 1)));
    }
    for (Future<?> comer : comers) {
      comer.get();
    }
    threads.shutdown();

    assertThat(runs()).hasSize(1);
    assertThat(get().path("starts")).hasSize(1);
  }

  @Test
  void aMovedStartHappensAtTheNewInstantOnly() {
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    put("{'at':'%s'}", Instant.now().plusSeconds(7200));
    clock.pass(Duration.ofMinutes(90));
    sweep.sweep();
    assertThat(runs()).isEmpty();

    clock.pass(Duration.ofMinutes(31));
    sweep.sweep();
    assertThat(runs()).hasSize(1);
  }

  @Test
  void aScheduleThatIsTakenAwayStartsNothing() {
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    assertThat(shop.delete(PATH).status()).isEqualTo(204);
    clock.pass(Duration.ofMinutes(61));
    sweep.sweep();

    assertThat(runs()).isEmpty();
    assertThat(shop.get(PATH).code()).isEqualTo("no-schedule");
    assertThat(shop.delete(PATH).status()).isEqualTo(404);
  }

  @Test
  void aStartThatIsRefusedSaysWhy() {
    put("{'at':'%s'}", Instant.now().plusSeconds(3600));
    shop.api()
        .put(
            shop.address() + "/campaigns/c?draft=true",
            TestCanvases.small("C").replace("\"who\":\"everyone\"", ""));
    clock.pass(Duration.ofMinutes(61));
    sweep.sweep();

    assertThat(get().at("/starts/0/state").asText()).isEqualTo("refused");
    assertThat(get().at("/starts/0/reason").asText()).isNotBlank();
  }

  @Test
  void noRunStartsAfterTheEndAndOpenOnesAreStoppedWhereThatIsWanted() {
    shop.put("campaigns/c", waiting());
    put("{'end':'%s','stopRuns':true}", Instant.now().plusSeconds(3600));
    assertThat(shop.post("campaigns/c/start", "{}").status()).isEqualTo(201);
    clock.pass(Duration.ofMinutes(61));

    sweep.sweep();

    assertThat(shop.post("campaigns/c/start", "{}").code()).isEqualTo("campaign-ended");
    assertThat(get().path("closedAt").asText()).isNotBlank();
    assertThat(runs().get(0).path("state").asText()).isEqualTo("stopped");
    put("{'end':'%s'}", Instant.now().plusSeconds(360_000));
    assertThat(shop.post("campaigns/c/start", "{}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'at':'2020-01-01T00:00:00Z'}",
        "{'at':'9999-01-01T00:00:00Z'}",
        "{'at':1}",
        "{'at':'2990-01-01T00:00:00Z','end':'2989-01-01T00:00:00Z'}",
        "{'at':'2990-01-01T00:00:00Z','grace':'-PT1S'}",
        "{'at':'2990-01-01T00:00:00Z','grace':'P8D'}",
        "{'at':'2990-01-01T00:00:00Z','grace':'PT0.5S'}",
        "{'end':'+999999999-12-31T23:59:59Z'}"
      })
  void refusesSchedulesThatMakeNoSense(String body) {
    Api.Answer answer = shop.put(PATH, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(shop.get(PATH).status()).isEqualTo(404);
  }

  private static String waiting() {
    return """
        {"schemaVersion":1,"name":"Waiting","nodes":[
          {"id":"t","type":"target-group","config":{"who":"everyone"}},
          {"id":"w","type":"wait","config":{"for":"duration","duration":"P9D"}},
          {"id":"g","type":"tag","config":{"tag":"vip","action":"add"}}],
         "edges":[{"id":"e1","source":"t","target":"w"},{"id":"e2","source":"w","target":"g"}]}
        """;
  }

  private int alarms() throws SchedulerException {
    return quartz.getTriggerKeys(GroupMatcher.anyTriggerGroup()).size();
  }

  private void put(String body, Instant instant) {
    Api.Answer answer = shop.put(PATH, body.formatted(instant));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private JsonNode get() {
    return shop.get(PATH).json();
  }

  private JsonNode runs() {
    return shop.get("campaigns/c/runs").json();
  }
}
