package io.sluice.engine.access;

import io.sluice.engine.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers with a problem, and never with a page, who is not let in. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final HandlerExceptionResolver problems;

  Refusals(HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  static Problem loginNeeded() {
    return new Problem(
        HttpStatus.UNAUTHORIZED,
        "login-needed",
        "Nobody is logged in, or no longer; log in at /login. Programs show the name and password"
            + " of a user of their own by HTTP Basic.");
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
    // Browsers would show a window of their own; programs such as wget wait to be asked.
    if (request.getHeader("Sec-Fetch-Mode") == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sluice\"");
    }
    answer(
        request, response, e instanceof BasicLogin.Wrong wrong ? wrong.problem() : loginNeeded());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
    answer(
        request,
        response,
        new Problem(
            HttpStatus.FORBIDDEN,
            "csrf-token-missing",
            "A request with the cookie of a session repeats the cookie XSRF-TOKEN in the header"
                + " X-XSRF-TOKEN; GET /api/session gives it. Programs log in by HTTP Basic and need"
                + " none."));
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
    problems.resolveException(request, response, null, problem);
  }
}
