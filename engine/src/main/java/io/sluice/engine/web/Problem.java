package io.sluice.engine.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be served; answered as an RFC 9457 problem that says how to mend it. */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final String field;
  private final transient List<Part> parts;

  /**
   * A problem with one cause.
   *
   * @param code what is wrong, in kebab case
   * @param message what is wrong and how to mend it
   */
  public Problem(HttpStatus status, String code, String message) {
    this(status, code, null, message, List.of());
  }

  /** A problem with one field of the request, named by its JSON pointer or parameter name. */
  public Problem(HttpStatus status, String code, String field, String message) {
    this(status, code, field, message, List.of());
  }

  /** A problem with several causes, all told at once. */
  public Problem(HttpStatus status, String code, String message, List<Part> parts) {
    this(status, code, null, message, parts);
  }

  private Problem(HttpStatus status, String code, String field, String message, List<Part> parts) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.parts = List.copyOf(parts);
  }

  /** A 400 about one field of the request. */
  public static Problem badField(String code, String field, String message) {
    return new Problem(HttpStatus.BAD_REQUEST, code, field, message);
  }

  /** A 404 about something that the address names. */
  public static Problem unknown(String code, String message) {
    return new Problem(HttpStatus.NOT_FOUND, code, message);
  }

  /** The HTTP status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** What is wrong, in kebab case. */
  public String code() {
    return code;
  }

  /** The field it is about, or null. */
  public String field() {
    return field;
  }

  /** The single causes, where there are several. */
  public List<Part> parts() {
    return parts;
  }

  /**
   * One of several causes.
   *
   * @param code what is wrong, in kebab case
   * @param field where, as a JSON pointer or parameter name
   * @param message what is wrong and how to mend it
   */
  public record Part(String code, String field, String message) {}
}
