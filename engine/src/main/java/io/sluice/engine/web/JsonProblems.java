package io.sluice.engine.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;
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
    Optional<Class<?>> wanted = JsonWords.wanted(e);
    if (wanted.isPresent() || e instanceof MismatchedInputException) {
      String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
      return Problem.badField(
          "wrong-type",
          pointer,
          "The value at '%s' must be %s."
              .formatted(
                  pointer.isEmpty() ? "body" : pointer,
                  wanted.map(type -> ValueForms.describe(type).en()).orElse("of another type")));
    }
    if (e instanceof JsonMappingException mapping) {
      return Problem.badField(
          "invalid-value",
          pointer(mapping),
          "The value at '" + pointer(mapping) + "' cannot be read. Correct it.");
    }
    return Problem.badField(
        "malformed-json",
        "body",
        "The body is not JSON at line "
            + line(e)
            + ", column "
            + column(e)
            + ": "
            + JsonWords.malformed(e).en()
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
