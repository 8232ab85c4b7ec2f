package io.sluice.node.testkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sluice.node.Rule;
import java.io.IOException;
import java.util.Locale;

/** Settings in the JSON form that they have in a canvas file. */
final class SettingsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
          .annotationIntrospector(new KebabCaseEnums())
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(Rule.class, new RuleWriter())
                  .addDeserializer(Rule.class, new RuleReader()))
          .build();

  private SettingsJson() {}

  static <C> C read(String json, Class<C> type) throws JsonProcessingException {
    return MAPPER.readValue(json, type);
  }

  static JsonNode tree(Object settings) throws JsonProcessingException {
    return MAPPER.readTree(MAPPER.writeValueAsString(settings));
  }

  private static final class KebabCaseEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
      for (int i = 0; i < values.length; i++) {
        names[i] = values[i].name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
      return names;
    }
  }

  private static final class RuleWriter extends JsonSerializer<Rule> {
    @Override
    public void serialize(Rule rule, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeRawValue(rule.json());
    }
  }

  private static final class RuleReader extends JsonDeserializer<Rule> {
    @Override
    public Rule deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return new Rule(json.readValueAsTree().toString());
    }
  }
}
