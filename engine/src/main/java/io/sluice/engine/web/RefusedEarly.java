package io.sluice.engine.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a problem what is refused before any operation of ours is asked. */
@Hidden
@RestController
class RefusedEarly implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer refused
            ? HttpStatus.resolve(refused)
            : HttpStatus.NOT_FOUND;
    Problem problem = problem(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    return ResponseEntity.status(problem.status()).body(ProblemBody.of(problem));
  }

  private static Problem problem(HttpStatus status) {
    String what =
        status == HttpStatus.NOT_FOUND
            ? "There is nothing at this address; correct it."
            : status.is5xxServerError()
                ? "The server failed; its log says why. Nothing of this request was kept."
                : "The server refuses this request as it is; correct its address, head or body.";
    return new Problem(status, ProblemBody.code(status), what);
  }
}
