package io.sluice.engine.canvas;

import io.sluice.engine.web.Counted;
import java.util.List;

/** A canvas file cannot be understood; tells all that is wrong with it. */
public class CanvasUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<CanvasProblem> problems;

  CanvasUnreadable(List<CanvasProblem> problems) {
    super(
        Counted.of(problems.size(), "problem", "problems")
            + ", first: "
            + problems.get(0).message().en());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, at least one. */
  public List<CanvasProblem> problems() {
    return problems;
  }
}
