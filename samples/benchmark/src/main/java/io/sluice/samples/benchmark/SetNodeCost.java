package io.sluice.samples.benchmark;

import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.Outputs;
import io.sluice.node.SetNode;
import io.sluice.node.types.logic.DedupeNode;
import io.sluice.node.types.logic.ExcludeNode;
import io.sluice.node.types.logic.IntersectNode;
import io.sluice.node.types.logic.MergeNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/** (e) set nodes against the bare Roaring calls that compute the same out-ports. */
final class SetNodeCost {
  private static final int REPETITIONS = 301;

  private final RoaringBitmap a;
  private final RoaringBitmap b;
  private final Audience x;
  private final Audience y;
  private long sink;

  SetNodeCost(int people) {
    this.a = half(people, 1);
    this.b = half(people, 2);
    this.x = audience(a);
    this.y = audience(b);
  }

  void measure(int people, Table table) {
    compare(
        table,
        people,
        "merge",
        () ->
            apply(
                new MergeNode(),
                new MergeNode.Settings(),
                Inputs.of(Map.of("in", List.of(x, y))),
                "out"),
        () -> RoaringBitmap.or(a, b).getCardinality());
    compare(
        table,
        people,
        "intersect",
        () ->
            apply(
                new IntersectNode(),
                new IntersectNode.Settings(),
                Inputs.of(Map.of("in", List.of(x, y))),
                "out",
                "rest"),
        () -> {
          RoaringBitmap both = RoaringBitmap.and(a, b);
          return both.getCardinality()
              + RoaringBitmap.andNot(RoaringBitmap.or(a, b), both).getCardinality();
        });
    compare(
        table,
        people,
        "exclude",
        () ->
            apply(
                new ExcludeNode(),
                new ExcludeNode.Settings(),
                Inputs.of(Map.of("main", List.of(x), "minus", List.of(y))),
                "out",
                "rest"),
        () ->
            RoaringBitmap.andNot(a, b).getCardinality() + RoaringBitmap.and(a, b).getCardinality());
    compare(
        table,
        people,
        "dedupe",
        () ->
            apply(
                new DedupeNode(),
                new DedupeNode.Settings(2),
                Inputs.of(Map.of("in1", List.of(x), "in2", List.of(y))),
                "out1",
                "out2"),
        () -> a.getCardinality() + RoaringBitmap.andNot(b, a).getCardinality());
  }

  private void compare(
      Table table, int people, String node, Supplier<Integer> ours, Supplier<Integer> bare) {
    if (!ours.get().equals(bare.get())) {
      throw new IllegalStateException(node + " and the bare calls disagree");
    }
    Stopwatch.median(REPETITIONS, () -> sink += ours.get() + bare.get());
    double bareNanos = Stopwatch.median(REPETITIONS, () -> sink += bare.get());
    double ourNanos = Stopwatch.median(REPETITIONS, () -> sink += ours.get());
    table.add(
        new Table.Line(
            "(e)",
            "node %s, %,d people".formatted(node, people),
            Table.millis(ourNanos),
            Table.millis(bareNanos) + ", bare Roaring",
            bareNanos / ourNanos,
            ">= 0.7"));
  }

  private static <C extends Record> int apply(
      SetNode<C> node, C settings, Inputs inputs, String... ports) {
    Outputs outputs = node.apply(settings, inputs, null);
    int sum = 0;
    for (String port : ports) {
      sum += outputs.at(port).size();
    }
    return sum;
  }

  private static RoaringBitmap half(int people, long seed) {
    Random random = new Random(seed);
    RoaringBitmap bits = new RoaringBitmap();
    for (int i = 0; i < people; i++) {
      if (random.nextBoolean()) {
        bits.add(i);
      }
    }
    return bits;
  }

  private static Audience audience(RoaringBitmap bits) {
    ByteBuffer bytes = ByteBuffer.allocate(bits.serializedSizeInBytes());
    bits.serialize(bytes);
    return Audience.fromBytes(bytes.array());
  }
}
