package io.sluice.engine.campaign;

import io.sluice.engine.canvas.CanvasProblem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A canvas cannot be kept or run as it is; tells every problem with where it is. */
public class CanvasRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<CanvasProblem> problems;

  /** Refuses with the problems, at least one of them an error. */
  public CanvasRefused(HttpStatus status, String message, List<CanvasProblem> problems) {
    super(message);
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  HttpStatus status() {
    return status;
  }

  /** What is wrong. */
  public List<CanvasProblem> problems() {
    return problems;
  }
}
