package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Who was where is forgotten long after the end of a run; how many they were is not. */
@EngineTest
@Import(MovableTime.class)
class DetailsRemovalTest {
  @LocalServerPort int port;
  @Autowired SettableClock clock;
  @Autowired DetailsRemoval removal;
  @Autowired DSLContext db;
  private Shop shop;
  private Journey journey;

  @BeforeEach
  void aCampaignThatWritesToPeople() {
    shop = Shop.create(new Api(port));
    shop.put("messaging-policy", "{'caps':[]}");
    member("a", 1);
    member("b", 2);
    journey =
        Journey.in(shop, "j")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "sms",
                "sms",
                "{'purpose':'marketing','text':'Hi','signature':'【Shop】','optOut':'回T退订'}")
            .node("high", "filter", "{'rule':{'profile':'level','op':'at-least','value':2}}")
            .arrow("who", "sms")
            .arrow("sms", "high");
    assertThat(journey.save().status()).isEqualTo(201);
  }

  private void member(String key, int level) {
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            "member,phone,level,registered_at,consent:sms\n%s,1380000000%d,%d,2020-01-01,yes\n"
                .formatted(key, key.charAt(0) - 'a', level));
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private long run() {
    long run = journey.start("{}");
    journey.finished(run);
    return run;
  }

  private void forgetAll() {
    while (removal.step()) {
      assertThat(removal.keptDays()).isEqualTo(400);
    }
  }

  private Answer people(long run, String place) {
    return shop.get("runs/" + run + "/nodes/" + place + "/members");
  }

  private Set<String> hashes() {
    return new HashSet<>(
        db.select(field(name("audience", "hash"), String.class))
            .from(table(name("audience")))
            .join(table(name("workspace")))
            .on(
                field(name("workspace", "id"), Integer.class)
                    .eq(field(name("audience", "workspace_id"), Integer.class)))
            .where(field(name("workspace", "workspace_key"), String.class).eq(shop.key()))
            .fetch(row -> row.value1()));
  }

  @Test
  void keepsTheNumbersAndTellsThatDetailsAreGone() {
    long run = run();
    JsonNode before = journey.run(run);
    clock.pass(Duration.ofDays(401));

    forgetAll();

    JsonNode after = journey.run(run);
    assertThat(after.path("nodes")).isEqualTo(before.path("nodes"));
    assertThat(before.has("note")).isFalse();
    assertThat(after.path("note").asText()).startsWith("Details removed after 400 days");
    for (Answer gone :
        List.of(
            people(run, "sms/ports/done"),
            shop.get("runs/" + run + "/members/a/why"),
            shop.post("runs/" + run + "/nodes/sms/resend", "{'outcomes':['failed']}"))) {
      assertThat(gone.status()).as(gone.text()).isEqualTo(410);
      assertThat(gone.code()).isEqualTo("details-removed");
    }
    assertThat(hashes()).isEmpty();
  }

  @Test
  void leavesRunsThatEndedLaterAndTheAudiencesTheyShare() {
    long old = run();
    Set<String> ofOld = hashes();
    clock.pass(Duration.ofDays(399));
    forgetAll();
    assertThat(people(old, "sms/ports/done").status()).isEqualTo(200);
    clock.pass(Duration.ofDays(2));
    member("c", 1);
    long young = run();

    forgetAll();

    assertThat(people(old, "high/ports/out").status()).isEqualTo(410);
    assertThat(people(young, "high/ports/out").text()).contains("\"b\"");
    assertThat(people(young, "sms/ports/done").text()).contains("\"c\"");
    // Of a and b together, of a, and of b: the last is in both runs.
    assertThat(ofOld).hasSize(3);
    assertThat(hashes()).hasSize(3).containsAnyElementsOf(ofOld);
  }
}
