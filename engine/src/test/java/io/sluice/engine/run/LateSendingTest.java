package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A run that goes on late sends by what is so when it sends. */
@EngineTest
@Import(MovableTime.class)
@Tag("any-database")
class LateSendingTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @LocalServerPort int port;
  @Autowired SettableClock clock;
  private Shop shop;
  private Journey journey;
  private long run;

  @BeforeEach
  void aRunIsPausedWhileItsWaitEnds() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            "member,phone,registered_at,consent:sms\n"
                + "a,13800000001,2020-01-01,yes\nb,13800000002,2020-01-01,yes\n");
    shop.put("messaging-policy", "{'caps':[]}");
    journey =
        Journey.in(shop, "late")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("wait", "wait", "{'for':'duration','duration':'PT1H'}")
            .node(
                "sms",
                "sms",
                "{'purpose':'marketing','text':'Hi','signature':'【Shop】','optOut':'回T退订'}")
            .arrow("who", "wait")
            .arrow("wait", "sms");
    journey.save();
    run = journey.start("{}");
    journey.awaitRun(run, view -> state(view, "wait").equals("waiting"));
    shop.post("runs/" + run + "/pause", "{}");
    clock.pass(Duration.ofMinutes(70));
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private static String state(JsonNode view, String node) {
    return Journey.nodeOf(view.path("nodes"), node).path("state").asText();
  }

  private int inbox() {
    return shop.get("sandbox/messages?limit=10").json().path("messages").size();
  }

  @Test
  void leavesOutWhoWithdrewBetweenTheEndOfTheWaitAndTheSending() {
    shop.put("members/a", "{'consents':[{'channel':'sms','granted':false,'basis':'call'}]}");

    shop.post("runs/" + run + "/resume", "{}");
    JsonNode sms = Journey.nodeOf(journey.finished(run).path("nodes"), "sms");

    assertThat(sms.at("/ports/done").asInt()).isEqualTo(1);
    assertThat(sms.at("/ports/suppressed").asInt()).isEqualTo(1);
    assertThat(inbox()).isEqualTo(1);
  }

  @Test
  void keepsTheQuietHoursOfWhenItSends() {
    LocalTime now = LocalTime.ofInstant(clock.instant(), ZONE).truncatedTo(ChronoUnit.MINUTES);
    shop.put(
        "messaging-policy",
        "{'caps':[],'quietHours':{'from':'%s','to':'%s'}}"
            .formatted(now.minusMinutes(3), now.plusHours(2)));

    shop.post("runs/" + run + "/resume", "{}");
    journey.awaitRun(run, view -> state(view, "sms").equals("sending"));
    assertThat(inbox()).isZero();

    clock.pass(Duration.ofMinutes(121));
    journey.finished(run);
    await().until(() -> inbox() == 2);
  }
}
