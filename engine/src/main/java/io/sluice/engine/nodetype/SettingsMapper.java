package io.sluice.engine.nodetype;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sluice.engine.web.StrictJson;
import io.sluice.node.Rule;
import java.io.IOException;
import java.util.Locale;

/** The JSON form of canvases and node settings: strict, so that a slip is told and not guessed. */
public final class SettingsMapper {
  /** How deep a canvas file may be nested. */
  public static final int MAX_DEPTH = 100;

  private static final int MAX_STRING = 200_000;

  private SettingsMapper() {}

  /** A mapper that refuses unknown fields, repeated fields, wrong types and deep nesting. */
  public static ObjectMapper create() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module(), sluiceTypes())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();
    StrictJson.refuseCoercion(mapper);
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_STRING)
                .maxNumberLength(50)
                .build());
    return mapper;
  }

  private static SimpleModule sluiceTypes() {
    SimpleModule module = new SimpleModule("sluice");
    module.addSerializer(
        Rule.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(Rule rule, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeRawValue(rule.json());
          }
        });
    module.addDeserializer(
        Rule.class,
        new JsonDeserializer<>() {
          @Override
          public Rule deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            return new Rule(context.readTree(json).toString());
          }
        });
    module.addSerializer(
        Enum.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(Enum value, JsonGenerator json, SerializerProvider provider)
              throws IOException {
            json.writeString(kebab(value));
          }
        });
    module.setDeserializerModifier(
        new BeanDeserializerModifier() {
          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonDeserializer<?> deserializer) {
            return new KebabEnumDeserializer(type.getRawClass());
          }
        });
    return module;
  }

  /** The JSON form of an enum constant: {@code AT_LEAST} is {@code at-least}. */
  public static String kebab(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
