package io.sluice.engine.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a value from its one text form and from nothing else. */
final class TextDeserializer<T> extends JsonDeserializer<T> {
  private final Class<T> type;
  private final Function<String, T> parse;

  TextDeserializer(Class<T> type, Function<String, T> parse) {
    this.type = type;
    this.parse = parse;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return type.cast(context.handleUnexpectedToken(type, json));
    }
    try {
      return parse.apply(json.getText());
    } catch (DateTimeException | ArithmeticException e) {
      return type.cast(
          context.handleWeirdStringValue(type, json.getText(), "must be %s", example()));
    }
  }

  private String example() {
    return switch (type.getSimpleName()) {
      case "Duration" -> "a duration such as P3D or PT12H";
      case "Instant" -> "an instant such as 2026-11-21T10:00:00Z";
      case "LocalDateTime" -> "a date and time without zone such as 2026-11-21T10:00";
      case "LocalDate" -> "a date such as 2026-11-21";
      default -> "a time such as 10:00";
    };
  }
}
