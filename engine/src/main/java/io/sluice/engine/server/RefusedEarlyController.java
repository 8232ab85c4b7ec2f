package io.sluice.engine.server;

import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a problem what is refused before any operation of ours is asked. */
@Hidden
@RestController
class RefusedEarlyController implements ErrorController {
  @RequestMapping("/error")
  void answer(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer refused
            ? HttpStatus.resolve(refused)
            : HttpStatus.NOT_FOUND;
    if (status == null || status.is5xxServerError()) {
      throw new Problem(
          HttpStatus.INTERNAL_SERVER_ERROR,
          "internal-error",
          "The server failed; its log says why. Nothing of this request was kept.");
    }
    if (status == HttpStatus.NOT_FOUND) {
      throw Problem.unknown("not-found", "There is nothing at this address; correct it.");
    }
    throw new Problem(
        status,
        "refused",
        "The server refuses this request as it is; correct its address, head or body.");
  }
}
