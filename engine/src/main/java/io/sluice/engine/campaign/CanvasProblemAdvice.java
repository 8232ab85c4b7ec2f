package io.sluice.engine.campaign;

import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasUnreadable;
import java.net.URI;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a refused canvas with a problem that lists every place that is wrong. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CanvasProblemAdvice {
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(CanvasUnreadable unreadable) {
    List<CanvasProblem> problems = unreadable.problems();
    boolean large = problems.stream().anyMatch(problem -> problem.code().equals("too-large"));
    return answer(
        large ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.UNPROCESSABLE_ENTITY,
        "canvas-unreadable",
        problems.get(0).message().en(),
        problems);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(CanvasRefused refused) {
    return answer(refused.status(), "canvas-refused", refused.getMessage(), refused.problems());
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, String detail, List<CanvasProblem> problems) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create("urn:sluice:problem:" + code));
    body.setProperty("code", code);
    body.setProperty("problems", problems);
    return ResponseEntity.status(status).body(body);
  }
}
