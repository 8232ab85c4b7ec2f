package io.sluice.engine.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers with a problem what Tomcat itself refuses, such as addresses that cannot be decoded. */
final class ProblemValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    HttpStatus known = HttpStatus.resolve(status);
    String code = known == null ? "status-" + status : ProblemBody.code(known);
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding("UTF-8");
      Writer body = response.getReporter();
      if (body != null) {
        body.write(
            """
            {"type":"urn:sluice:problem:%s","title":"%s","status":%d,"code":"%s","field":"address",\
            "detail":"The server cannot read the address or the head of this request; correct it."}"""
                .formatted(code, known == null ? "Error" : known.getReasonPhrase(), status, code));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      // The client is gone, or has its answer.
      container.getLogger().debug("No problem could be sent", e);
    }
  }
}
