package io.sluice.engine.dryrun;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.step.StepResult;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Tells which numbers of a forecast are upper bounds. */
final class UpTo {
  /** Stands for those who arrive. */
  static final String IN = "in";

  private UpTo() {}

  /** The ports of a node with an upper bound; {@link #IN} first where it holds for who arrives. */
  static Set<String> of(BoundCanvas canvas, String node, Function<String, StepResult> results) {
    Set<String> upTo = new LinkedHashSet<>();
    if (canvas.into(node).stream()
        .anyMatch(wire -> results.apply(wire.source()).undecided().contains(wire.sourcePort()))) {
      upTo.add(IN);
    }
    upTo.addAll(results.apply(node).undecided());
    return upTo;
  }
}
