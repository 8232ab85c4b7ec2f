package io.sluice.engine.canvas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sluice.node.Text;
import java.util.Locale;

/**
 * Something wrong with a canvas, with where it is and how to mend it.
 *
 * @param severity how bad it is
 * @param code a kebab-case code
 * @param nodeId the node it is about, if any
 * @param edgeId the arrow it is about, if any
 * @param field the setting, or a JSON pointer into the file, if any
 * @param message what is wrong and the fix
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CanvasProblem(
    Severity severity, String code, String nodeId, String edgeId, String field, Text message) {
  /** How bad a problem is. */
  public enum Severity {
    /** The file cannot be understood, so it cannot be kept. */
    STRUCTURE,
    /** It can be kept as a draft but cannot run. */
    ERROR,
    /** It runs, but the marketer should know. */
    WARNING;

    /** The name in JSON. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A problem of the file at a JSON pointer. */
  public static CanvasProblem ofFile(String code, String pointer, Text message) {
    return new CanvasProblem(Severity.STRUCTURE, code, null, null, pointer, message);
  }

  /** A problem of an arrow. */
  public static CanvasProblem ofEdge(Severity severity, String code, String edgeId, Text message) {
    return new CanvasProblem(severity, code, null, edgeId, null, message);
  }

  /** A problem of a node. */
  public static CanvasProblem ofNode(Severity severity, String code, String nodeId, Text message) {
    return new CanvasProblem(severity, code, nodeId, null, null, message);
  }

  /** A problem of a node's setting. */
  public static CanvasProblem ofSetting(
      Severity severity, String code, String nodeId, String field, Text message) {
    return new CanvasProblem(severity, code, nodeId, null, field, message);
  }

  /** Whether the canvas cannot run because of it. */
  @JsonIgnore
  public boolean isError() {
    return severity != Severity.WARNING;
  }
}
