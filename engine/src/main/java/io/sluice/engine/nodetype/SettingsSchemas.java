package io.sluice.engine.nodetype;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * The JSON Schema of a type's settings, from which the designer draws the form. Labels stand in
 * {@code title} (English) and {@code x-title-zh}; {@code x-field} names a special field.
 */
@Component
public class SettingsSchemas {
  private final SchemaGenerator generator = generator();

  /** The schema (draft 2020-12) of the settings of a type. */
  public ObjectNode of(NodeType<?> type) {
    return generator.generateSchema(type.configType());
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
        .withCustomDefinitionProvider(
            (type, context) -> {
              ObjectNode schema = context.getGeneratorConfig().createObjectNode();
              if (type.getErasedType() == Rule.class) {
                schema.put("type", "object").put("x-field", "rule");
              } else if (type.getErasedType() == java.time.Duration.class) {
                schema.put("type", "string").put("format", "duration");
              } else if (type.getErasedType() == java.time.LocalDateTime.class) {
                schema.put("type", "string").put("x-field", "local-date-time");
              } else if (type.getErasedType().isEnum()) {
                schema.put("type", "string");
                Arrays.stream(type.getErasedType().getEnumConstants())
                    .map(constant -> SettingsMapper.kebab((Enum<?>) constant))
                    .forEach(schema.withArray("enum")::add);
              } else {
                return null;
              }
              return new com.github.victools.jsonschema.generator.CustomDefinition(schema, true);
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
              }
            });
    return new SchemaGenerator(config.build());
  }

  private static Label label(FieldScope field) {
    return field.getAnnotation(Label.class);
  }
}
