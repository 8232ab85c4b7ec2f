package io.sluice.engine.dryrun;

import io.sluice.engine.campaign.SameReaders;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gate.Channels;
import io.sluice.engine.step.StepResult;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells how many people two messages reach, where it is known who gets them. */
final class SameReadersCount {
  private SameReadersCount() {}

  /**
   * The problems, of which those about messages to the same people say how many; where it is nobody
   * there is no problem.
   *
   * @param results of the nodes that were computed
   */
  static List<CanvasProblem> in(
      List<CanvasProblem> problems, BoundCanvas canvas, Map<String, StepResult> results) {
    if (problems.stream().noneMatch(problem -> problem.code().equals(SameReaders.CODE))) {
      return problems;
    }
    List<CanvasProblem> counted = new ArrayList<>(problems);
    for (SameReaders.Pair pair : SameReaders.of(canvas, results::containsKey)) {
      StepResult one = results.get(pair.one());
      StepResult other = results.get(pair.other());
      counted.remove(SameReaders.problem(canvas, pair));
      int people = readersOfBoth(one, other).size();
      if (people > 0) {
        counted.add(
            SameReaders.problem(canvas, pair, people, isUndecided(one) || isUndecided(other)));
      }
    }
    counted.sort(Comparator.comparing(CanvasProblem::severity));
    return counted;
  }

  /** Who gets both at one address. */
  private static Audience readersOfBoth(StepResult one, StepResult other) {
    Map<String, Audience> readers = readers(one);
    readers(other)
        .forEach(
            (address, people) -> readers.computeIfPresent(address, (a, p) -> p.intersect(people)));
    readers.keySet().retainAll(readers(other).keySet());
    return Audience.unionOf(List.copyOf(readers.values()));
  }

  private static Map<String, Audience> readers(StepResult result) {
    Map<String, Audience> readers = new HashMap<>();
    for (Admission.Group group : result.messages()) {
      readers.merge(Channels.kindOfAddress(group.channel()), group.members(), Audience::union);
    }
    return readers;
  }

  private static boolean isUndecided(StepResult result) {
    return result.undecided().contains(ActionNode.DONE);
  }
}
