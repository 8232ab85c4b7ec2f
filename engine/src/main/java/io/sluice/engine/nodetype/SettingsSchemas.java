package io.sluice.engine.nodetype;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import io.sluice.node.Label;
import io.sluice.node.NodeType;
import io.sluice.node.Rule;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The JSON Schema of a type's settings, from which the designer draws the form. Labels stand in
 * {@code title} (English) and {@code x-title-zh}; {@code x-field} names a special field, and {@code
 * x-when} says when it is shown, and {@code x-placeholder} what an empty field shows.
 */
@Component
public class SettingsSchemas {
  private final SchemaGenerator generator = generator();

  /** The schema (draft 2020-12) of the settings of a type. */
  public ObjectNode of(NodeType<?> type) {
    return generator.generateSchema(type.configType());
  }

  /** The schema of settings that are no node's, with the same labels and special fields. */
  public ObjectNode of(Class<? extends Record> settings) {
    return generator.generateSchema(settings);
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(
                new JakartaValidationModule(
                    JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                    JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    config
        .forTypesInGeneral()
        // As they stand in the record: that is the order of the form.
        .withPropertySorter((one, other) -> 0)
        .withCustomDefinitionProvider(
            (type, context) -> {
              ObjectNode schema = context.getGeneratorConfig().createObjectNode();
              if (type.getErasedType() == Rule.class) {
                schema.put("type", "object").put("x-field", "rule");
              } else if (type.getErasedType() == java.time.Duration.class) {
                schema.put("type", "string").put("format", "duration");
              } else if (type.getErasedType() == java.time.LocalDateTime.class) {
                schema.put("type", "string").put("x-field", "local-date-time");
              } else if (type.getErasedType() == java.time.LocalTime.class) {
                schema.put("type", "string").put("x-field", "local-time");
              } else if (JsonNode.class.isAssignableFrom(type.getErasedType())) {
                schema.put("x-field", "json");
              } else if (type.getErasedType() == Map.class) {
                schema.put("type", "object").put("x-field", "text-map");
              } else if (type.getErasedType().isEnum()) {
                choices(schema, type.getErasedType());
              } else {
                return null;
              }
              // Rules have fields of their own, so nothing may be said of further ones here.
              return new CustomDefinition(
                  schema,
                  CustomDefinition.DefinitionType.INLINE,
                  CustomDefinition.AttributeInclusion.NO);
            });
    config
        .forFields()
        .withInstanceAttributeOverride(
            (schema, field, context) -> {
              Label label = label(field);
              if (label != null) {
                schema.put("title", label.en()).put("x-title-zh", label.zh());
                if (!label.field().isEmpty()) {
                  schema.put("x-field", label.field());
                }
                if (!label.when().isEmpty()) {
                  schema.put("x-when", label.when());
                }
              }
              JsonProperty property = field.getAnnotation(JsonProperty.class);
              if (property != null && !property.defaultValue().isEmpty()) {
                schema.put("x-placeholder", property.defaultValue());
              }
            });
    return new SchemaGenerator(config.build());
  }

  /** The constants of an enum, each with what it is called on screen. */
  private static void choices(ObjectNode schema, Class<?> type) {
    schema.put("type", "string");
    for (Object constant : type.getEnumConstants()) {
      ObjectNode choice = schema.withArray("oneOf").addObject();
      choice.put("const", SettingsMapper.kebab((Enum<?>) constant));
      Label label = labelOf((Enum<?>) constant);
      if (label != null) {
        choice.put("title", label.en()).put("x-title-zh", label.zh());
      }
    }
  }

  private static Label labelOf(Enum<?> constant) {
    try {
      return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Label label(FieldScope field) {
    return field.getAnnotation(Label.class);
  }
}
