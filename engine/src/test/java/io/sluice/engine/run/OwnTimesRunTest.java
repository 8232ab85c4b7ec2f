package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.MovableTime;
import io.sluice.engine.testing.SettableClock;
import io.sluice.engine.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** People who wait each for a date of their own, over HTTP. */
@EngineTest
@Import(MovableTime.class)
@Tag("any-database")
class OwnTimesRunTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String UNTIL_VISIT =
      "{'for':'date','date':{'of':'attribute','attribute':'visit'}}";

  @LocalServerPort int port;
  @Autowired SettableClock clock;
  @Autowired DSLContext db;
  @Autowired Releases releases;
  private Shop shop;
  private LocalDate today;

  @BeforeEach
  void fourPeopleOfWhomThreeHaveADate() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(new Api(port));
    today = LocalDate.now(ZONE);
    for (Shop each : List.of(other, shop)) {
      each.put("attributes/visit", "{'type':'date'}");
      for (int i = 0; i < 4; i++) {
        each.put("members/m" + i, "{'profile':{'registered_at':'2020-01-01T00:00:00Z'}}");
      }
    }
    visit("m0", today.plusDays(2));
    visit("m1", today.plusDays(2));
    visit("m2", today.plusDays(5));
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private void visit(String member, LocalDate day) {
    shop.put("members/" + member, "{'attributes':{'visit':'" + day + "'}}");
  }

  private Journey waiting(String key) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("wait", "wait", UNTIL_VISIT)
        .node("go", "tag", "{'tag':'%s-go','action':'add'}".formatted(key))
        .node("none", "tag", "{'tag':'%s-none','action':'add'}".formatted(key))
        .arrow("who", "wait")
        .arrow("wait", "go")
        .arrow("wait:no-date", "none");
  }

  @Test
  void peopleWhoComeInPartsAreComparedWithWhatWasApprovedInSum() {
    shop.put("points-accounts/p", "{'name':'P'}");
    Journey journey =
        waiting("parts")
            .node("give", "points", "{'account':'p','action':'add','points':1}")
            .arrow("go", "give");
    long dryRun = journey.dryRun("{}").path("id").asLong();
    String review = "campaigns/parts/review";
    shop.post(review, "{'decision':'submit','by':'Ann','dryRun':" + dryRun + "}");
    shop.post(review, "{'decision':'approve','by':'Bob'}");
    visit("m3", today.plusDays(5));

    long run = journey.start("{}");
    journey.awaitRun(run, view -> node(view, "wait").path("waiting").asInt() == 4);
    untilJustAfter(at(today.plusDays(2)));
    journey.awaitRun(run, view -> node(view, "give").at("/ports/done").asInt() == 2);
    untilJustAfter(at(today.plusDays(5)));

    JsonNode paused =
        journey.awaitRun(run, view -> view.path("pausedBy").asText().equals("departure"));
    assertThat(paused.at("/departures/0").toString()).contains("\"approved\":3,\"live\":4");
    assertThat(node(paused, "give").path("in").asInt()).isEqualTo(2);
    shop.post("runs/" + run + "/go-on", "{'by':'Bob'}");
    assertThat(node(journey.finished(run), "give").at("/ports/done").asInt()).isEqualTo(4);
  }

  private static JsonNode node(JsonNode run, String id) {
    return Journey.nodeOf(run.path("nodes"), id);
  }

  private Instant at(LocalDate day) {
    return day.atTime(9, 0).atZone(ZONE).toInstant();
  }

  private void untilJustAfter(Instant instant) {
    clock.pass(Duration.between(clock.instant(), instant.plusSeconds(30)));
  }

  private String tagged(String tag) {
    return shop.get("tags/" + tag + "/members")
        .json()
        .path("members")
        .findValuesAsText("key")
        .toString();
  }

  private long startedAndWaiting(Journey journey) {
    assertThat(journey.save().status()).isLessThan(300);
    long run = journey.start("{}");
    journey.awaitRun(run, view -> node(view, "none").path("state").asText().equals("done"));
    return run;
  }

  @Test
  void leaveEachOnTheirOwnDayAsWasForecast() {
    Journey journey = waiting("dates");
    JsonNode forecast = journey.dryRun("{}").path("result");
    JsonNode counted = counts();
    long run = startedAndWaiting(journey);

    JsonNode waiting = node(journey.run(run), "wait");
    assertThat(waiting.path("waiting").asInt()).isEqualTo(3);
    assertThat(waiting.path("releaseAt").asText()).isEqualTo(at(today.plusDays(2)).toString());
    assertThat(tagged("dates-none")).isEqualTo("[m3]");

    untilJustAfter(at(today.plusDays(2)));
    JsonNode later = journey.awaitRun(run, view -> node(view, "go").at("/ports/done").asInt() == 2);
    assertThat(later.path("state").asText()).isEqualTo("running");
    assertThat(tagged("dates-go")).isEqualTo("[m0, m1]");
    assertThat(node(later, "wait").at("/ports/out").asInt()).isEqualTo(2);
    assertThat(node(later, "go").path("instant").asText())
        .isEqualTo(at(today.plusDays(2)).toString());

    untilJustAfter(at(today.plusDays(5)));
    JsonNode finished = journey.finished(run);
    assertThat(tagged("dates-go")).isEqualTo("[m0, m1, m2]");
    assertThat(cohorts(run)).isEqualTo(3);
    for (JsonNode expected : forecast.path("nodes")) {
      String id = expected.path("id").asText();
      assertThat(node(finished, id).path("in")).as(id).isEqualTo(expected.path("in"));
      assertThat(node(finished, id).path("ports")).as(id).isEqualTo(expected.path("ports"));
      assertThat(counted.at("/nodes/" + id + "/ports")).as(id).isEqualTo(expected.path("ports"));
    }
    assertThat(
            Journey.nodeOf(forecast.path("nodes"), "wait").path("releases").findValuesAsText("at"))
        .containsExactly(at(today.plusDays(2)).toString(), at(today.plusDays(5)).toString());
  }

  private JsonNode counts() {
    String canvas = shop.get("campaigns/dates").text();
    return shop.api().post(shop.address() + "/canvas/counts", "{\"canvas\":" + canvas + "}").json();
  }

  private int cohorts(long run) {
    return db.fetchCount(
        table(name("cohort"))
            .join(table(name("workspace")))
            .on(
                field(name("workspace", "id"), Integer.class)
                    .eq(field(name("cohort", "workspace_id"), Integer.class))),
        field(name("workspace", "workspace_key"), String.class)
            .eq(shop.key())
            .and(field(name("cohort", "run_id"), Long.class).eq(run)));
  }

  @Test
  void areToldWhyTheyAreWhereTheyAre() {
    Journey journey = waiting("why");
    long run = startedAndWaiting(journey);
    untilJustAfter(at(today.plusDays(2)));
    journey.awaitRun(run, view -> node(view, "go").at("/ports/done").asInt() == 2);

    JsonNode gone = shop.get("runs/" + run + "/members/m0/why").json();
    JsonNode waits = shop.get("runs/" + run + "/members/m2/why").json();

    assertThat(gone.path("nodes").findValuesAsText("node")).containsExactly("who", "wait", "go");
    assertThat(gone.path("nodes").findValuesAsText("leftBy")).containsExactly("out", "out", "done");
    assertThat(waits.at("/nodes/1/sentence/en").asText())
        .isEqualTo("Waits at 'wait' until " + at(today.plusDays(5)));
    assertThat(waits.at("/notReached/0/sentence/en").asText()).isEqualTo("Is still at 'wait'");
  }

  @Test
  void areAskedAboutWhenTheyCameDueInAPausedRun() {
    Journey journey = waiting("paused");
    long run = startedAndWaiting(journey);
    shop.post("runs/" + run + "/pause", "{}");
    untilJustAfter(at(today.plusDays(2)).plus(Duration.ofHours(2)));

    JsonNode paused = journey.run(run);
    assertThat(paused.at("/overdue/0/node").asText()).isEqualTo("wait");
    assertThat(paused.at("/overdue/0/people").asInt()).isEqualTo(2);
    assertThat(shop.post("runs/" + run + "/resume", "{}").status()).isEqualTo(409);
    assertThat(shop.post("runs/" + run + "/resume", "{'overdue':{'wait':'skip'}}").status())
        .isEqualTo(200);

    untilJustAfter(at(today.plusDays(5)));
    JsonNode finished = journey.finished(run);
    assertThat(tagged("paused-go")).isEqualTo("[m2]");
    assertThat(node(finished, "wait").at("/ports/skipped").asInt()).isEqualTo(2);
  }

  @Test
  void stayWhereTheyAreWhenTheRunIsStopped() {
    Journey journey = waiting("stopped");
    long run = startedAndWaiting(journey);
    shop.post("runs/" + run + "/stop", "{}");
    untilJustAfter(at(today.plusDays(5)));
    releases.look();

    assertThat(journey.run(run).path("state").asText()).isEqualTo("stopped");
    assertThat(cohorts(run)).isOne();
  }

  @Test
  void goNoFurtherOnceTheyAreErased() {
    Journey journey = waiting("erased");
    long run = startedAndWaiting(journey);
    shop.delete("members/m0");
    shop.delete("members/m2");
    untilJustAfter(at(today.plusDays(5)));

    journey.finished(run);

    assertThat(tagged("erased-go")).isEqualTo("[m1]");
    assertThat(cohorts(run)).isEqualTo(2);
  }

  @Test
  void areLetGoOnceHoweverManyLook() throws Exception {
    Journey journey = waiting("race");
    long run = startedAndWaiting(journey);
    untilJustAfter(at(today.plusDays(5)));
    ExecutorService looking = Executors.newFixedThreadPool(6);
    Callable<Void> look =
        () -> {
          releases.look();
          return null;
        };
    looking.invokeAll(IntStream.range(0, 12).mapToObj(i -> look).toList());
    looking.shutdown();

    journey.finished(run);

    assertThat(cohorts(run)).isEqualTo(3);
    assertThat(tagged("race-go")).isEqualTo("[m0, m1, m2]");
  }

  @Test
  void areActedOnOnceThoughTheyComeTwice() {
    Journey journey =
        waiting("twice")
            .node(
                "more",
                "wait",
                "{'for':'date','date':{'of':'attribute','attribute':'visit','amount':1}}")
            .node("both", "merge", "{}")
            .node("last", "tag", "{'tag':'last','action':'add'}")
            .arrow("who", "more")
            .arrow("wait", "both")
            .arrow("more", "both")
            .arrow("both", "last");
    JsonNode saved = journey.save().json();
    JsonNode forecast = journey.dryRun("{}").path("result");
    long run = startedAndWaiting(journey);
    for (int day = 2; day <= 6; day++) {
      untilJustAfter(at(today.plusDays(day)));
      releases.look();
    }

    JsonNode last = node(journey.finished(run), "last");

    assertThat(last.path("in").asInt()).isEqualTo(6);
    assertThat(last.at("/ports/done").asInt()).isEqualTo(3);
    assertThat(last.at("/reasons/suppressed/already-reached").asInt()).isEqualTo(3);
    JsonNode expected = Journey.nodeOf(forecast.path("nodes"), "last");
    assertThat(last.path("ports")).isEqualTo(expected.path("ports"));
    assertThat(expected.at("/heldBack/already-reached").asInt()).isEqualTo(3);
    assertThat(saved.path("problems").findValuesAsText("code")).doesNotContain("merge-waits");
  }

  @Test
  void areRememberedByWhatHappenedBeforeTheyWaited() {
    visit("m3", today.plusDays(2));
    String orderedSince =
        "{'rule':{'orders':'count','op':'at-least','value':1,'window':{'sinceNode':'mark'}}}";
    Journey journey =
        Journey.in(shop, "past")
            .node("who", "target-group", "{'who':'everyone'}")
            .node("mark", "tag", "{'tag':'marked','action':'add'}")
            .node("wait", "wait", UNTIL_VISIT)
            .node("ordered", "filter", orderedSince)
            .node("today", "filter", "{'rule':{'anniversary':'attribute:visit','from':0,'to':0}}")
            .node(
                "calendar",
                "filter",
                "{'rule':{'orders':'count','op':'at-least','value':1,'window':{'calendar':'today'}}}")
            .node(
                "entering",
                "filter",
                "{'rule':{'orders':'count','op':'at-least','value':1,'window':{'since':'entering'}}}")
            .arrow("who", "mark")
            .arrow("mark", "wait")
            .arrow("wait", "ordered")
            .arrow("wait", "today")
            .arrow("wait", "calendar")
            .arrow("wait", "entering");
    Instant before = clock.instant().minus(Duration.ofMinutes(5));
    order("m0", before);
    assertThat(journey.save().status()).isLessThan(300);
    long run = journey.start("{}");
    journey.awaitRun(run, view -> node(view, "wait").path("waiting").asInt() == 4);
    order("m1", clock.instant());
    visit("m2", LocalDate.of(1990, today.getMonth(), 1));

    untilJustAfter(at(today.plusDays(2)).minus(Duration.ofMinutes(30)));
    order("m3", at(today.plusDays(2)).minus(Duration.ofHours(1)));
    untilJustAfter(at(today.plusDays(5)).plus(Duration.ofDays(1)));
    JsonNode finished = journey.finished(run);

    assertThat(node(finished, "ordered").at("/ports/out").asInt()).isEqualTo(2);
    assertThat(node(finished, "entering").at("/ports/out").asInt()).isEqualTo(2);
    assertThat(node(finished, "today").at("/ports/out").asInt()).isEqualTo(3);
    assertThat(node(finished, "calendar").at("/ports/out").asInt()).isOne();
  }

  private void order(String member, Instant paidAt) {
    shop.imports()
        .run(
            "orders/import",
            "member,order,paid_at,product,items,amount\n%s,%s,%s,Tea,1,9\n"
                .formatted(member, "o-" + member, paidAt));
  }

  @Test
  void areComparedWithThoseWhoWereHeldOutBeforeTheyWaited() {
    visit("m3", today.plusDays(2));
    Journey journey =
        Journey.in(shop, "held")
            .node("who", "target-group", "{'who':'everyone'}")
            .node(
                "split",
                "split",
                "{'variants':[{'key':'a','name':'A','percent':50}],'controlPercent':50}")
            .node("wait", "wait", UNTIL_VISIT)
            .node("go", "tag", "{'tag':'held-go','action':'add'}")
            .node("watch", "analysis", "{'baseline':'split'}")
            .arrow("who", "split")
            .arrow("split:a", "wait")
            .arrow("wait", "go")
            .arrow("go", "watch");
    assertThat(journey.save().status()).isLessThan(300);
    long run = journey.start("{}");
    journey.awaitRun(run, view -> node(view, "wait").path("waiting").asInt() == 2);
    untilJustAfter(at(today.plusDays(5)));
    journey.finished(run);

    JsonNode compared = shop.get("runs/" + run + "/analysis").json().at("/actions/0/comparison");

    assertThat(compared.at("/treated/assigned").asInt()).as(compared.toString()).isEqualTo(2);
    assertThat(compared.at("/control/assigned").asInt()).isEqualTo(2);
  }

  @Test
  void cannotBeComparedWithOthers() {
    Journey journey =
        waiting("apart")
            .node("same", "intersect", "{}")
            .arrow("wait", "same")
            .arrow("wait:no-date", "same");

    JsonNode refused = journey.save().json();

    assertThat(refused.path("problems").findValuesAsText("code")).containsExactly("inputs-apart");
    assertThat(refused.at("/problems/0/message/en").asText())
        .contains("put 'same' before that wait");
  }
}
