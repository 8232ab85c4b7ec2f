package io.sluice.samples.benchmark;

import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.nodetype.NodeTypes;
import io.sluice.engine.nodetype.SettingsMapper;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.NodeContext;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.SetNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** (e) every set node against the bare Roaring calls that compute the same out-ports. */
final class SetNodeCost {
  private static final Question FIRST = Question.agreed("sms", Bench.NOW);
  private static final Question SECOND = Question.cityTierAtMost(3);
  private static final Question THIRD = Question.ordered(180, Bench.NOW);

  private final Bench bench;
  private final int people;
  private final Audience a;
  private final Audience b;
  private final Audience c;
  private final RoaringBitmap bareA;
  private final RoaringBitmap bareB;
  private final RoaringBitmap bareC;
  private final NodeContext context;

  SetNodeCost(Bench bench, int people) {
    this.bench = bench;
    this.people = people;
    Workspace workspace = bench.workspace(people);
    this.a = bench.matching(workspace, FIRST);
    this.b = bench.matching(workspace, SECOND);
    this.c = bench.matching(workspace, THIRD);
    this.bareA = bare(a);
    this.bareB = bare(b);
    this.bareC = bare(c);
    this.context = new KnownAnswers(Map.of(SECOND.rule(), b, THIRD.rule(), c));
  }

  private static RoaringBitmap bare(Audience audience) {
    RoaringBitmapWriter<RoaringBitmap> writer = RoaringBitmapWriter.writer().constantMemory().get();
    audience.forEach(writer::add);
    return writer.get();
  }

  void measure(Table table) {
    Inputs two = Inputs.of(Map.of("in", List.of(a, b)));
    Inputs mainAndMinus = Inputs.of(Map.of("main", List.of(a), "minus", List.of(b)));
    Inputs three = Inputs.of(Map.of("in1", List.of(c), "in2", List.of(b), "in3", List.of(a)));
    Inputs one = Inputs.in(a);
    compare(table, "merge", "{}", two, () -> BareBitmaps.merge(bareA, bareB));
    compare(table, "intersect", "{}", two, () -> BareBitmaps.intersect(bareA, bareB));
    compare(table, "exclude", "{}", mainAndMinus, () -> BareBitmaps.exclude(bareA, bareB));
    compare(
        table, "dedupe", "{\"inputs\":3}", three, () -> BareBitmaps.dedupe(bareC, bareB, bareA));
    compare(
        table,
        "filter",
        "{\"rule\":" + SECOND.rule() + "}",
        one,
        () -> BareBitmaps.filter(bareA, bareB));
    compare(
        table,
        "branch",
        "{\"branches\":[{\"key\":\"x\",\"rule\":%s},{\"key\":\"y\",\"rule\":%s}]}"
            .formatted(SECOND.rule(), THIRD.rule()),
        one,
        () -> BareBitmaps.branch(bareA, bareB, bareC));
    compare(table, "sample", "{\"draws\":[{\"key\":\"x\",\"ratio\":0.3}]}", one, draw(share(0.3)));
    compare(
        table,
        "split",
        "{\"variants\":[{\"key\":\"x\",\"percent\":50},{\"key\":\"y\",\"percent\":50}]}",
        one,
        draw(share(0.5)));
  }

  private int share(double ratio) {
    return (int) Math.round(a.size() * ratio);
  }

  private Supplier<RoaringBitmap[]> draw(int first) {
    long seed = context.order().seed();
    int all = a.size();
    return () -> BareBitmaps.draw(bareA, seed, first, all);
  }

  private void compare(
      Table table, String type, String config, Inputs inputs, Supplier<RoaringBitmap[]> bare) {
    SetNode<?> node = (SetNode<?>) bench.get(NodeTypes.class).find(type).orElseThrow();
    compare(table, node, config, inputs, bare);
  }

  private <C extends Record> void compare(
      Table table, SetNode<C> node, String config, Inputs inputs, Supplier<RoaringBitmap[]> bare) {
    String type = node.info().key();
    C settings = settings(node, config);
    requireSamePeople(
        type, node.apply(settings, inputs, context), node.ports(settings).out(), bare);
    Paired paired = Paired.measure(() -> node.apply(settings, inputs, context), bare);
    table.add(
        new Table.Line(
            "(e)",
            "node %s, %,d people".formatted(type, people),
            Table.millis(paired.first()),
            Table.millis(paired.second()) + ", bare Roaring",
            paired.second() / paired.first(),
            ">= 0.7"));
  }

  private <C extends Record> C settings(SetNode<C> node, String config) {
    try {
      return bench
          .get(NodeBinder.class)
          .bind("node", node, SettingsMapper.create().readTree(config), new ArrayList<>())
          .settingsOf(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSamePeople(
      String type, Outputs outputs, List<OutPort> ports, Supplier<RoaringBitmap[]> bare) {
    int[][] ours =
        ports.stream().map(port -> outputs.at(port.key()).toArray()).toArray(int[][]::new);
    int[][] theirs = Arrays.stream(bare.get()).map(RoaringBitmap::toArray).toArray(int[][]::new);
    if (!Arrays.deepEquals(ours, theirs)) {
      throw new IllegalStateException("Node " + type + " and the bare calls disagree");
    }
  }
}
