package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.step.Seeds;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A canvas that somebody is drawing.
 *
 * @param problems what is wrong with it, short of its structure
 * @param pin as of when it is computed
 * @param seeds what its draws follow from
 */
record Draft(Asked asked, BoundCanvas canvas, List<CanvasProblem> problems, Pin pin, Seeds seeds) {
  /** What every request about a draft holds. */
  interface Asked {
    /** The canvas file. */
    JsonNode canvas();

    /** The key of the campaign whose next run the draws follow; may be null. */
    String campaign();

    /** The pin of an earlier answer; null for now. */
    Pin pin();
  }

  /** Nodes with wrong settings, which cannot be computed. */
  Set<String> unsound() {
    return problems.stream()
        .filter(problem -> problem.isError() && problem.nodeId() != null)
        .map(CanvasProblem::nodeId)
        .collect(Collectors.toSet());
  }
}
