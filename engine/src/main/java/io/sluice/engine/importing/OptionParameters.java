package io.sluice.engine.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.web.JsonProblems;
import io.sluice.engine.web.Problem;
import java.util.HashMap;
import java.util.Map;

/** Reads options from query parameters; {@code map.Column=field} for the mapping. */
final class OptionParameters {
  private static final String MAP = "map.";

  private OptionParameters() {}

  static ImportOptions read(Map<String, String> parameters, ObjectMapper json) {
    Map<String, Object> options = new HashMap<>();
    Map<String, String> mapping = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(MAP)) {
            mapping.put(name.substring(MAP.length()), value);
          } else {
            options.put(name, name.equals("createMembers") ? flag(name, value) : value);
          }
        });
    if (!mapping.isEmpty()) {
      options.put("mapping", mapping);
    }
    try {
      return json.convertValue(options, ImportOptions.class);
    } catch (IllegalArgumentException e) {
      throw Problem.badField(
          "bad-options",
          "query",
          e.getCause() instanceof JsonProcessingException cause
              ? "The query parameters cannot be read. " + JsonProblems.of(cause).getMessage()
              : "The query parameters cannot be read. Correct them.");
    }
  }

  private static boolean flag(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.badField("wrong-type", name, "'" + name + "' must be true or false.");
    };
  }
}
