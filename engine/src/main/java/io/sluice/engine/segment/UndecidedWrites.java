package io.sluice.engine.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** In which ways it may turn out what nodes write of whom it is undecided who comes to them. */
final class UndecidedWrites {
  private UndecidedWrites() {}

  /**
   * All writes as far as may be, then only what is sure of them, then each of those that are
   * undecided alone as far as may be.
   *
   * @param sure what of each write is sure, in the same order
   */
  static List<List<PlannedWrite>> cases(List<PlannedWrite> writes, List<PlannedWrite> sure) {
    List<List<PlannedWrite>> cases = new ArrayList<>(List.of(List.copyOf(writes)));
    List<Integer> undecided =
        IntStream.range(0, writes.size())
            .filter(i -> !writes.get(i).equals(sure.get(i)))
            .boxed()
            .toList();
    if (!undecided.isEmpty()) {
      cases.add(List.copyOf(sure));
    }
    if (undecided.size() > 1) {
      for (int i : undecided) {
        List<PlannedWrite> one = new ArrayList<>(sure);
        one.set(i, writes.get(i));
        cases.add(one);
      }
    }
    return cases;
  }
}
