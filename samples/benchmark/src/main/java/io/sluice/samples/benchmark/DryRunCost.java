package io.sluice.samples.benchmark;

import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.dryrun.DryRuns;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.segment.leaf.LeafCache;
import io.sluice.engine.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** (c) a dry run of a canvas of 12 nodes, record and all, against its conditions as bare counts. */
final class DryRunCost {
  private static final int REPETITIONS = 5;
  private static final Question LEVEL = Question.levelAtLeast(2);
  private static final Question WOMEN = Question.genderIs("female");
  private static final Question TEXTS = Question.agreed("sms", Bench.NOW);
  private static final Question APP = Question.hasApp();
  private static final Question RECENT = Question.ordered(90, Bench.NOW);
  private static final Question SPENT = Question.spent(1_000, 365, Bench.NOW);
  private static final Question SKINCARE = Question.bought("skincare", 2, Bench.NOW);
  private static final List<Question> QUESTIONS =
      List.of(LEVEL, WOMEN, TEXTS, APP, RECENT, SPENT, SKINCARE);

  private final Bench bench;

  DryRunCost(Bench bench) {
    this.bench = bench;
  }

  void measure(int people, Table table) {
    Workspace workspace = bench.workspace(people);
    bench.get(Campaigns.class).save(workspace.id(), "dry", "Dry run", file(), Optional.empty());
    LeafCache leaves = bench.get(LeafCache.class);
    dryRun(workspace);
    bench.requireSameAnswers(workspace, QUESTIONS);
    double bare =
        QUESTIONS.stream()
            .mapToDouble(
                question -> Stopwatch.median(REPETITIONS, () -> bench.count(workspace, question)))
            .sum();
    double cold = Stopwatch.median(REPETITIONS, leaves::clear, () -> dryRun(workspace));
    double warm = Stopwatch.median(REPETITIONS, () -> dryRun(workspace));
    String what = "dry run of 12 nodes, %,d people, ".formatted(people);
    String counts = Table.millis(bare) + ", its " + QUESTIONS.size() + " conditions as bare counts";
    table.add(
        new Table.Line("(c)", what + "cold", Table.millis(cold), counts, cold / bare, "<= 3"));
    table.add(new Table.Line("(c)", what + "warm", Table.millis(warm), counts, warm / bare, ""));
  }

  private void dryRun(Workspace workspace) {
    DryRuns dryRuns = bench.get(DryRuns.class);
    long id = dryRuns.start(workspace, "dry", StartOptions.asOf(Bench.NOW));
    while (dryRuns.isOpen(workspace, id)) {
      LockSupport.parkNanos(500_000);
    }
  }

  private static String file() {
    return new Canvases()
        .node("t", "target-group", "{\"who\":\"everyone\"}")
        .filter("level", "t", LEVEL)
        .filter("women", "t", WOMEN)
        .filter("reachable", "level", "{\"any\":[" + TEXTS.rule() + "," + APP.rule() + "]}")
        .filter("recent", "women", RECENT)
        .filter(
            "spent",
            "women.rest",
            "{\"all\":[" + SPENT.rule() + ",{\"none\":[" + SKINCARE.rule() + "]}]}")
        .node("both", "intersect", "{}")
        .arrow("reachable", "both")
        .arrow("recent", "both")
        .node("others", "exclude", "{}")
        .arrow("spent", "others.main")
        .arrow("both", "others.minus")
        .node("all", "merge", "{}")
        .arrow("both", "all")
        .arrow("others", "all")
        .node(
            "split",
            "split",
            "{\"variants\":[{\"key\":\"a\",\"name\":\"A\",\"percent\":45},{\"key\":\"b\",\"name\":\"B\",\"percent\":45}],\"controlPercent\":10}")
        .arrow("all", "split")
        .node("tag", "tag", "{\"tag\":\"dry\",\"action\":\"add\"}")
        .arrow("split.a", "tag")
        .node("nothing", "control", "{}")
        .arrow("split.control", "nothing")
        .file();
  }
}
