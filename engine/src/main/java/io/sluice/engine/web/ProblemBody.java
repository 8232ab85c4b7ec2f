package io.sluice.engine.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The JSON body of a problem. */
final class ProblemBody {
  private static final String TYPE = "urn:sluice:problem:";

  private ProblemBody() {}

  static ProblemDetail of(Problem problem) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
    name(body, problem.code());
    if (problem.field() != null) {
      body.setProperty("field", problem.field());
    }
    if (!problem.parts().isEmpty()) {
      body.setProperty("problems", problem.parts());
    }
    return body;
  }

  static void nameAfterStatus(ProblemDetail body) {
    HttpStatus status = HttpStatus.resolve(body.getStatus());
    name(body, status == null ? "status-" + body.getStatus() : code(status));
  }

  /** A status in kebab case. */
  static String code(HttpStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void name(ProblemDetail body, String code) {
    body.setType(URI.create(TYPE + code));
    body.setProperty("code", code);
  }
}
