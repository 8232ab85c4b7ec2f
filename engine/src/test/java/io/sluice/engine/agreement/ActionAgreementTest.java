package io.sluice.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.bpmn.CanvasCompiler;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.dryrun.CanvasCounts;
import io.sluice.engine.dryrun.DryRunner;
import io.sluice.engine.dryrun.NodeOutlook;
import io.sluice.engine.reward.coupon.CouponLedger;
import io.sluice.engine.reward.points.PointsLedger;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunAudiences;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.RunState;
import io.sluice.engine.run.Runs;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was forecast is what comes out, on gateways without faults: at every node the same people by
 * name, the same reasons, units and cost, the same in the counts on the canvas; and afterwards
 * everybody has what the forecast said would be written. Canvases mix messages, rewards, marks, and
 * rules on them; stocks are short, limits, cap and quiet hours bite. Where people's future decides,
 * what comes out lies within the bounds of the forecast.
 */
@EngineTest
@Tag("any-database")
class ActionAgreementTest {
  private static final Logger LOG = LoggerFactory.getLogger(ActionAgreementTest.class);
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int POPULATIONS = FULL ? 20 : 3;
  private static final int CANVASES = FULL ? 15 : 6;
  private static final Duration BETWEEN = Duration.ofDays(30);

  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired Workspaces workspaces;
  @Autowired PointsLedger points;
  @Autowired CouponLedger coupons;
  @Autowired SetLog sets;
  @Autowired TransactionTemplate transaction;
  @Autowired Campaigns campaigns;
  @Autowired CanvasCompiler compiler;
  @Autowired PopulationReader population;
  @Autowired CanvasCounts counts;
  @Autowired DryRunner dryRunner;
  @Autowired RunStarter starter;
  @Autowired Runs runs;
  @Autowired RunAudiences audiences;

  private final Map<String, Integer> acted = new LinkedHashMap<>();

  @Test
  void whatWasForecastIsWhatComesOut() {
    Long again = Long.getLong("sluice.test.seed");
    if (again != null) {
      comparePopulation(again);
      return;
    }
    long fresh = ThreadLocalRandom.current().nextLong(1_000_000);
    LOG.info("Populations of seeds 1 to {} and {}", POPULATIONS - 1, fresh);
    for (int i = 1; i <= POPULATIONS; i++) {
      comparePopulation(i == POPULATIONS ? fresh : i);
    }
    LOG.info("People for whom something was forecast and done: {}", acted);
    List<String> types =
        List.of("sms", "points", "coupon", "discount-mark", "benefit-code", "level", "attribute");
    // A few canvases may miss a kind by chance.
    int fewest = FULL ? types.size() : types.size() - 2;
    assertThat(types.stream().filter(type -> acted.getOrDefault(type, 0) > 0))
        .hasSizeGreaterThanOrEqualTo(fewest);
  }

  private void comparePopulation(long seed) {
    Random random = new Random(seed);
    Shop shop =
        new ActionPopulation(port, workspaces, points, coupons, sets, transaction).create(random);
    // Each canvas has a time of its own; what others wrote lies before it as well as after it.
    Instant asOf =
        Instant.now().minus(BETWEEN.multipliedBy(CANVASES + 1)).truncatedTo(ChronoUnit.SECONDS);
    List<Integer> times = IntStream.rangeClosed(1, CANVASES).boxed().collect(Collectors.toList());
    Collections.shuffle(times, random);
    for (int j : times) {
      boolean guests = random.nextInt(4) == 0;
      boolean daring = random.nextInt(4) == 0;
      String key = "c" + j;
      String file = RandomJourney.draw(random, key, guests, daring);
      compare(
          workspaces.find(shop.key()).orElseThrow(),
          key,
          file,
          asOf.plus(BETWEEN.multipliedBy(j)).plus(Duration.ofHours(random.nextInt(30))),
          "seed " + seed + ": " + file);
    }
  }

  private void compare(Workspace workspace, String key, String file, Instant asOf, String which) {
    BoundCanvas canvas = TestCanvases.bind(file);
    Campaign campaign = campaigns.save(workspace.id(), key, key, file, Optional.empty());
    Seeds seeds = Seeds.asOf(Seeds.ofCampaign(workspace.key(), key), asOf);
    Pin pin = population.pin(workspace.id(), asOf);
    Set<SetRef> written = sets(canvas);
    Instant until = asOf.plus(BETWEEN.dividedBy(2));
    Book expected = Book.read(db, sets, workspace.id(), written, asOf);

    Map<String, NodeOutlook> forecasts =
        dryRunner.run(workspace, canvas, compiler.compile(canvas, "dry"), pin, seeds, done -> true);
    Map<String, CanvasCounts.Counted> counted =
        counts.count(workspace, canvas, pin, seeds, Set.of());
    Run run = starter.start(workspace, campaign.key(), StartOptions.asOf(asOf));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> runs.require(workspace, run.id()).state() == RunState.FINISHED);

    Outcome outcome = new Outcome(db, run);
    boolean decided = true;
    for (Map.Entry<String, NodeOutlook> one : forecasts.entrySet()) {
      String node = one.getKey();
      StepResult forecast = one.getValue().result();
      String where = "%s (%s), %s".formatted(node, canvas.drawn(node).type(), which);
      assertThat(counted.get(node).failure()).as(where).isNull();
      assertThat(people(counted.get(node).result()))
          .as("counts, " + where)
          .isEqualTo(people(forecast));
      forecast
          .ports()
          .forEach(
              (out, possibly) -> {
                Audience real = audiences.of(run, node, out, "");
                String at = "port " + out + " of " + where;
                if (forecast.undecided().contains(out)) {
                  assertThat(real.minus(possibly))
                      .as("too many, " + at)
                      .isEqualTo(Audience.empty());
                  assertThat(forecast.surelyAt(out).minus(real))
                      .as("too few, " + at)
                      .isEqualTo(Audience.empty());
                } else {
                  assertThat(real)
                      .as("%s; forecast %s, run %s", at, forecast.reasons(), view(run, node))
                      .isEqualTo(possibly);
                }
              });
      decided &= forecast.undecided().isEmpty();
      if (decided && canvas.node(node).acts()) {
        agreeOnAction(canvas, run, node, forecast, outcome, where);
        forecast.writes().forEach(write -> expected.write(write, until));
      }
    }
    if (decided) {
      assertThat(Book.read(db, sets, workspace.id(), written, until).facts())
          .as(which)
          .isEqualTo(expected.facts());
    }
  }

  private void agreeOnAction(
      BoundCanvas canvas,
      Run run,
      String node,
      StepResult forecast,
      Outcome outcome,
      String where) {
    forecast
        .reasons()
        .forEach(
            (out, byReason) ->
                byReason.forEach(
                    (reason, people) ->
                        assertThat(audiences.of(run, node, out, reason))
                            .as(reason + " at " + out + " of " + where)
                            .isEqualTo(people)));
    boolean sends = canvas.node(node).message().isPresent();
    assertThat(outcome.units(node)).as("units of " + where).isEqualTo(forecast.units());
    // What marks for offers cost depends on the shop; nothing is committed for them.
    if (!canvas.drawn(node).type().equals("discount-mark")) {
      assertThat(outcome.cost(node))
          .as("cost of " + where)
          .isEqualByComparingTo(sends ? forecast.cost() : forecast.highestCost());
    }
    acted.merge(canvas.drawn(node).type(), forecast.at(ActionNode.DONE).size(), Integer::sum);
  }

  /** How many left a node of a run by each port, and why. */
  private String view(Run run, String node) {
    return db.select(
            field(name("port"), String.class),
            field(name("reason"), String.class),
            field(name("members"), Integer.class))
        .from(table(name("port_audience")))
        .where(
            field(name("workspace_id"), Integer.class).eq(run.workspace().value()),
            field(name("run_id"), Long.class).eq(run.id()),
            field(name("node_id"), String.class).eq(node))
        .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3())
        .toString();
  }

  private static Set<SetRef> sets(BoundCanvas canvas) {
    return canvas.order().stream()
        .flatMap(node -> canvas.node(node).writes().stream())
        .filter(SetRef.class::isInstance)
        .map(SetRef.class::cast)
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> people(StepResult result) {
    Map<String, Object> people = new LinkedHashMap<>();
    people.put("possibly", result.ports());
    people.put("surely", result.surely());
    people.put("reasons", result.reasons());
    people.put("undecided", new TreeSet<>(result.undecided()));
    return people;
  }
}
