package io.sluice.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.bpmn.CanvasCompiler;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.dryrun.CanvasCounts;
import io.sluice.engine.dryrun.DryRunner;
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
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.TestDatabase;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is counted while drawing, what the dry run says, what the run does, and what a naive
 * interpreter makes of the same file: the same people at every port, on random canvases.
 */
@EngineTest
class ThreeWayAgreementTest {
  private static final Logger LOG = LoggerFactory.getLogger(ThreeWayAgreementTest.class);
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));
  private static final int CANVASES = FULL ? 1_000 : 50;
  private static final int WITH_OWN_TIMES = FULL ? 300 : 8;

  /** In the quick tier each database gets canvases of its own. */
  private static final long FIRST_SEED = !FULL && TestDatabase.isPostgres() ? 1_001 : 1;

  private static final int PEOPLE = 300;
  private static final List<String> RUNTIME_TABLES =
      List.of(
          "act_ru_execution",
          "act_ru_job",
          "act_ru_variable",
          "act_ru_event_subscr",
          "act_ru_ext_task",
          "act_ru_incident");

  @Autowired DSLContext db;
  @Autowired Workspaces workspaces;
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

  @Test
  void countsDryRunRunAndNaiveInterpreterAgreeOnRandomCanvases() {
    TestPopulation people = new TestPopulation(db, workspaces, sets, transaction);
    Workspace workspace = workspaces.create("agreement", "Agreement", ZoneOffset.UTC);
    Workspace other = workspaces.create("opposite", "Opposite", ZoneOffset.UTC);
    List<Person> members = people.fill(workspace, PEOPLE, 11, false);
    people.fill(other, PEOPLE, 11, true);
    Map<String, Integer> before = runtimeRows();
    long fresh = ThreadLocalRandom.current().nextLong(1_000_000, Integer.MAX_VALUE);
    long last = FIRST_SEED + CANVASES - 11;
    LOG.info("Canvases of seeds {} to {} and {} to {}", FIRST_SEED, last, fresh, fresh + 9);
    List<Long> seeds =
        LongStream.concat(
                LongStream.rangeClosed(FIRST_SEED, last), LongStream.range(fresh, fresh + 10))
            .boxed()
            .toList();

    for (long seed : seeds) {
      agreesOn(workspace, members, RandomCanvas.draw(seed, "-" + seed, false), "c" + seed);
    }
    for (long seed : seeds.subList(CANVASES - WITH_OWN_TIMES, CANVASES)) {
      agreesOn(workspace, members, RandomCanvas.draw(seed, "-o" + seed, true), "o" + seed);
    }

    assertThat(runtimeRows()).isEqualTo(before);
    assertThat(db.fetchCount(table(name("cohort")), field(name("entry"), String.class).ne("main")))
        .as("people left waits each at a time of their own")
        .isGreaterThan(WITH_OWN_TIMES);
  }

  /** The rows of processes in each runtime table; other tests may have left some of theirs. */
  private Map<String, Integer> runtimeRows() {
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (String table : RUNTIME_TABLES) {
      // The daily clean-up of the history is a job of no process.
      Condition ofProcess =
          table.equals("act_ru_job")
              ? field(name("process_instance_id_")).isNotNull()
              : noCondition();
      rows.put(table, db.fetchCount(table(name(table)), ofProcess));
    }
    return rows;
  }

  private void agreesOn(Workspace workspace, List<Person> members, ObjectNode file, String name) {
    BoundCanvas canvas = TestCanvases.bind(file.toString());
    Campaign campaign =
        campaigns.save(
            workspace.id(), name, file.path("name").asText(), file.toString(), Optional.empty());
    Seeds draws =
        Seeds.asOf(Seeds.ofCampaign(workspace.key(), campaign.key()), TestPopulation.START);
    Pin pin = population.pin(workspace.id(), TestPopulation.START);

    Map<String, Set<Integer>> naive =
        flat(
            new NaiveInterpreter(members, file, draws.run(), draws.campaign(), TestPopulation.START)
                .run());
    Map<String, Set<Integer>> counted = new LinkedHashMap<>();
    counts
        .count(workspace, canvas, pin, draws, Set.of())
        .forEach((node, one) -> put(counted, node, one.result().ports()));
    Map<String, Set<Integer>> forecast = new LinkedHashMap<>();
    dryRunner
        .run(workspace, canvas, compiler.compile(canvas, "dry"), pin, draws, done -> true)
        .forEach((node, one) -> put(forecast, node, one.result().ports()));
    Map<String, Set<Integer>> real = run(workspace, campaign, canvas);

    String which = "canvas " + name + ": " + file;
    assertThat(counted).as("counts, " + which).isEqualTo(naive);
    assertThat(forecast).as("dry run, " + which).isEqualTo(naive);
    assertThat(real).as("run, " + which).isEqualTo(naive);
  }

  private Map<String, Set<Integer>> run(
      Workspace workspace, Campaign campaign, BoundCanvas canvas) {
    Run run = starter.start(workspace, campaign.key(), StartOptions.asOf(TestPopulation.START));
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> runs.require(workspace, run.id()).state() == RunState.FINISHED);
    Map<String, Set<Integer>> real = new LinkedHashMap<>();
    for (String node : canvas.order()) {
      put(
          real,
          node,
          canvas.ports(node).out().stream()
              .collect(
                  Collectors.toMap(
                      port -> port.key(), port -> audiences.of(run, node, port.key(), ""))));
    }
    return real;
  }

  private static Map<String, Set<Integer>> flat(Map<String, Map<String, Set<Integer>>> ports) {
    Map<String, Set<Integer>> flat = new LinkedHashMap<>();
    ports.forEach(
        (node, byPort) ->
            byPort.forEach(
                (port, members) -> {
                  if (!members.isEmpty()) {
                    flat.put(node + "." + port, members);
                  }
                }));
    return flat;
  }

  private static void put(
      Map<String, Set<Integer>> into, String node, Map<String, Audience> ports) {
    ports.forEach(
        (port, audience) -> {
          if (!audience.isEmpty()) {
            into.put(
                node + "." + port,
                audience.stream().boxed().collect(Collectors.toCollection(TreeSet::new)));
          }
        });
  }
}
