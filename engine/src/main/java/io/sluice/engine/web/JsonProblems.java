package io.sluice.engine.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body, and where. */
public final class JsonProblems {
  private JsonProblems() {}

  /** The problem, a 400, that tells why a text is not the JSON that was wanted. */
  public static Problem of(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return Problem.badField(
          "json-too-large",
          "body",
          "The JSON is nested too deep or holds too long a text or number (line "
              + line(e)
              + "); make it flatter or shorter.");
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      return Problem.badField(
          "unknown-field",
          pointer(unknown),
          "There is no field '" + unknown.getPropertyName() + "' here; known are: " + known + ".");
    }
    if (e instanceof MismatchedInputException mismatch) {
      String type =
          mismatch.getTargetType() == null
              ? "of another type"
              : ParameterTypes.describe(mismatch.getTargetType());
      return Problem.badField(
          "wrong-type",
          pointer(mismatch),
          "The value at '" + pointer(mismatch) + "' must be " + type + ".");
    }
    if (e instanceof JsonMappingException mapping) {
      return Problem.badField(
          "invalid-value", pointer(mapping), mapping.getOriginalMessage() + ". Correct the value.");
    }
    return Problem.badField(
        "malformed-json",
        "body",
        "The body is not JSON at line "
            + line(e)
            + ", column "
            + column(e)
            + ": "
            + e.getOriginalMessage()
            + ".");
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getFieldName().replace("~", "~0").replace("/", "~1"))
        .map(step -> "/" + step)
        .collect(Collectors.joining());
  }

  private static String line(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "?" : String.valueOf(at.getLineNr());
  }

  private static String column(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "?" : String.valueOf(at.getColumnNr());
  }
}
