package io.sluice.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception into an RFC 9457 problem; only our own mistakes become a 500. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(Problem.class)
  ResponseEntity<Object> problem(Problem problem, WebRequest request) {
    return respond(problem, new HttpHeaders(), request);
  }

  @ExceptionHandler(BodyTooLong.class)
  ResponseEntity<Object> bodyTooLong(BodyTooLong tooLong, WebRequest request) {
    return respond(tooLong.problem(), new HttpHeaders(), request);
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<Object> multipart(MultipartException e, WebRequest request) {
    Problem problem =
        Problem.badField(
            "bad-multipart",
            "body",
            "The multipart body cannot be read; send the parts with a boundary, as"
                + " curl --form does.");
    return respond(problem, new HttpHeaders(), request);
  }

  @ExceptionHandler(PessimisticLockingFailureException.class)
  ResponseEntity<Object> busy(PessimisticLockingFailureException e, WebRequest request) {
    LOG.warn("{} waited too long for others", request.getDescription(false), e);
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    Problem problem =
        new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "busy",
            "Others are changing the same things just now, and nothing of this request was kept;"
                + " send it again in a few seconds.");
    return respond(problem, headers, request);
  }

  @ExceptionHandler(DataAccessException.class)
  ResponseEntity<Object> database(DataAccessException e, WebRequest request) {
    return e.getMostSpecificCause() instanceof SQLException cause
        ? DatabaseProblems.of(cause)
            .map(problem -> respond(problem, new HttpHeaders(), request))
            .orElseGet(() -> ourMistake(e, request))
        : ourMistake(e, request);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> ourMistake(Exception e, WebRequest request) {
    LOG.error("{} failed", request.getDescription(false), e);
    Problem problem =
        new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal-error",
            "The server failed; its log says why. Nothing of this request was kept.");
    return respond(problem, new HttpHeaders(), request);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return respond(problem, headers, request);
      }
      if (cause instanceof BodyTooLong tooLong) {
        return respond(tooLong.problem(), headers, request);
      }
    }
    Problem problem =
        e.getCause() instanceof JsonProcessingException json
            ? JsonProblems.of(json)
            : Problem.badField("no-body", "body", "The request needs a JSON body; send one.");
    return respond(problem, headers, request);
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return respond(problem, headers, request);
      }
      if (cause instanceof DataAccessException database) {
        return database(database, request);
      }
    }
    String field =
        e instanceof MethodArgumentTypeMismatchException mismatch
            ? mismatch.getName()
            : e.getPropertyName();
    String type = e.getRequiredType() == null ? "" : ValueForms.describe(e.getRequiredType()).en();
    Problem problem =
        Problem.badField("wrong-type", field, "'" + field + "' must be " + type + ".");
    return respond(problem, headers, request);
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem =
        new Problem(
            HttpStatus.BAD_REQUEST,
            "invalid-fields",
            "Some fields are invalid; each is listed with what it must be.",
            e.getFieldErrors().stream()
                .map(
                    error ->
                        new Problem.Part(
                            "invalid-field",
                            "/" + error.getField().replace('.', '/'),
                            error.getDefaultMessage()))
                .toList());
    return respond(problem, headers, request);
  }

  private ResponseEntity<Object> respond(Problem problem, HttpHeaders headers, WebRequest request) {
    return handleExceptionInternal(
        problem, ProblemBody.of(problem), headers, problem.status(), request);
  }

  /** Gives the problems that Spring itself reports a code as well. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail detail
        && (detail.getProperties() == null || !detail.getProperties().containsKey("code"))) {
      ProblemBody.nameAfterStatus(detail);
    }
    return super.createResponseEntity(body, headers, status, request);
  }
}
