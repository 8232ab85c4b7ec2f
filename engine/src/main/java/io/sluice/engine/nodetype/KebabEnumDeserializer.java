package io.sluice.engine.nodetype;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads enum constants by their JSON form. */
final class KebabEnumDeserializer extends JsonDeserializer<Object> {
  private final Class<?> type;

  KebabEnumDeserializer(Class<?> type) {
    this.type = type;
  }

  @Override
  public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String text = json.getValueAsString();
    for (Object constant : type.getEnumConstants()) {
      if (SettingsMapper.kebab((Enum<?>) constant).equals(text)) {
        return constant;
      }
    }
    return context.handleWeirdStringValue(
        type,
        String.valueOf(text),
        "must be one of %s",
        Arrays.stream(type.getEnumConstants())
            .map(constant -> SettingsMapper.kebab((Enum<?>) constant))
            .collect(Collectors.joining(", ")));
  }
}
