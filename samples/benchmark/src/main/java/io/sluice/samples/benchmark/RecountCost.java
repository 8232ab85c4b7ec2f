package io.sluice.samples.benchmark;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.dryrun.CanvasCounts;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.leaf.LeafCache;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.workspace.Workspace;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** (d) the recount of a canvas of 30 nodes after one edit, against counting it cold. */
final class RecountCost {
  private static final int REPETITIONS = 7;
  private static final int LEAVES = 5;

  private final Bench bench;
  private final CanvasCounts counts;

  RecountCost(Bench bench) {
    this.bench = bench;
    this.counts = bench.get(CanvasCounts.class);
  }

  void measure(int people, Table table, boolean aimed) {
    Workspace workspace = bench.workspace(people);
    Pin pin = bench.get(PopulationReader.class).pin(workspace.id(), Bench.NOW);
    BoundCanvas base = Canvases.bind(bench, BigCanvas.file());
    LeafCache leaves = bench.get(LeafCache.class);
    bench.requireSameAnswers(workspace, BigCanvas.QUESTIONS);
    count(workspace, base, pin);
    double cold =
        Stopwatch.median(
            3,
            () -> {
              leaves.clear();
              counts.clear();
            },
            () -> count(workspace, base, pin));
    String size = "%,d people".formatted(people);
    for (Map.Entry<String, String> edit : edits().entrySet()) {
      BoundCanvas edited = Canvases.bind(bench, edit.getValue());
      if (count(workspace, edited, pin).equals(count(workspace, base, pin))) {
        throw new IllegalStateException("This edit changes nobody's path: " + edit.getKey());
      }
      double recount = recount(workspace, pin, base, edited);
      table.add(
          new Table.Line(
              "(d)",
              "recount after an edit of " + edit.getKey() + ", " + size,
              Table.millis(recount),
              Table.millis(cold) + ", cold",
              recount / cold,
              aimed ? "<= 0.02" : ""));
    }
    BigCanvas.changes()
        .forEach((from, to) -> changedLeaf(workspace, pin, from, to, table, size, aimed));
  }

  /** All leaves but the changed one are known, as they are to somebody who edits. */
  private void changedLeaf(
      Workspace workspace,
      Pin pin,
      Question from,
      IntFunction<Question> to,
      Table table,
      String size,
      boolean aimed) {
    BoundCanvas base = Canvases.bind(bench, BigCanvas.file());
    List<BoundCanvas> edited =
        IntStream.rangeClosed(1, LEAVES)
            .mapToObj(
                n -> Canvases.bind(bench, edit(BigCanvas.file(), from.rule(), to.apply(n).rule())))
            .toList();
    Iterator<BoundCanvas> next = edited.iterator();
    double recount =
        Stopwatch.median(
            LEAVES,
            () -> {
              counts.clear();
              count(workspace, base, pin);
            },
            () -> count(workspace, next.next(), pin));
    Iterator<Integer> number = IntStream.rangeClosed(1, LEAVES).iterator();
    double bare = Stopwatch.median(LEAVES, () -> bench.count(workspace, to.apply(number.next())));
    table.add(
        new Table.Line(
            "(d)",
            "recount after one changed leaf, " + to.apply(1).name() + ", " + size,
            Table.millis(recount),
            Table.millis(bare) + ", its bare count",
            recount / bare,
            aimed ? "<= 3" : ""));
  }

  private double recount(Workspace workspace, Pin pin, BoundCanvas base, BoundCanvas edited) {
    return Stopwatch.median(
        REPETITIONS,
        () -> {
          counts.clear();
          count(workspace, base, pin);
        },
        () -> count(workspace, edited, pin));
  }

  /** Counts every port, as the designer shows it. */
  private Map<String, Integer> count(Workspace workspace, BoundCanvas canvas, Pin pin) {
    Map<String, CanvasCounts.Counted> counted =
        counts.count(workspace, canvas, pin, new Seeds(1, 2), Set.of());
    if (counted.size() != canvas.order().size()
        || counted.values().stream().anyMatch(one -> one.result() == null)) {
      throw new IllegalStateException("Not every node was counted: " + counted);
    }
    Map<String, Integer> sizes = new HashMap<>();
    counted.forEach(
        (node, one) ->
            one.result()
                .ports()
                .forEach((port, people) -> sizes.put(node + "." + port, people.size())));
    return sizes;
  }

  /** One edit per kind of set node that changes what comes out of it. */
  private static Map<String, String> edits() {
    String file = BigCanvas.file();
    Map<String, String> edits = new LinkedHashMap<>();
    edits.put("merge", edit(file, BigCanvas.MERGE_INPUT, BigCanvas.OTHER_MERGE_INPUT));
    edits.put("intersect", edit(file, BigCanvas.INTERSECT_INPUT, BigCanvas.OTHER_INTERSECT_INPUT));
    edits.put("exclude", edit(file, BigCanvas.EXCLUDE_INPUT, BigCanvas.OTHER_EXCLUDE_INPUT));
    edits.put("dedupe", edit(file, BigCanvas.DEDUPE_INPUT, BigCanvas.OTHER_DEDUPE_INPUT));
    edits.put("sample", edit(file, "\"ratio\":0.5", "\"ratio\":0.4"));
    edits.put(
        "split",
        edit(file, "\"percent\":30},", "\"percent\":40},")
            .replace("\"percent\":70}", "\"percent\":60}"));
    edits.put("filter", edit(file, "{\"any\":[", "{\"none\":["));
    edits.put("branch", edit(file, BigCanvas.BRANCH, BigCanvas.OTHER_BRANCH));
    return edits;
  }

  private static String edit(String file, String from, String to) {
    String edited = file.replace(from, to);
    if (edited.equals(file)) {
      throw new IllegalStateException("The edit changes nothing: " + from);
    }
    return edited;
  }
}
