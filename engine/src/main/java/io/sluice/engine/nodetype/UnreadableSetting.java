package io.sluice.engine.nodetype;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sluice.engine.web.JsonWords;
import io.sluice.engine.web.ValueForms;
import io.sluice.node.Text;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Says which setting cannot be read, what it must be, and what was given. */
final class UnreadableSetting {
  private UnreadableSetting() {}

  /**
   * What is wrong with a setting.
   *
   * @param name what the setting is called in JSON
   * @param json what was given for it
   */
  static SettingsProblem of(
      RecordComponent component, String name, JsonNode json, JsonProcessingException e) {
    List<Reference> path =
        e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
    StringBuilder field = new StringBuilder(name);
    JsonNode given = json;
    for (Reference step : path) {
      boolean entry = step.getFieldName() == null;
      field.append(entry ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
      given = entry ? given.path(step.getIndex()) : given.path(step.getFieldName());
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknown(
          field.toString(),
          unknown.getPropertyName(),
          unknown.getKnownPropertyIds().stream().map(Object::toString).toList());
    }
    Optional<Class<?>> wanted =
        JsonWords.wanted(e)
            .or(() -> path.isEmpty() ? Optional.of(component.getType()) : Optional.empty());
    return wrongType(field.toString(), wanted, given);
  }

  private static SettingsProblem wrongType(
      String field, Optional<Class<?>> wanted, JsonNode given) {
    String shown = given instanceof MissingNode ? "" : JsonWords.shown(given.toString());
    Text form =
        wanted
            .map(type -> ValueForms.describe(type, SettingsMapper::kebab))
            .orElse(Text.of("another kind of value", "其他类型的值"));
    return new SettingsProblem(
        field,
        "wrong-type",
        Text.of(
            "'%s' must be %s%s. Correct it."
                .formatted(field, form.en(), shown.isEmpty() ? "" : ", not " + shown),
            "“%s”必须是%s%s。请更正。"
                .formatted(field, form.zh(), shown.isEmpty() ? "" : "，而不是 " + shown)));
  }

  /** Settings that can be read one by one and mean nothing together. */
  static SettingsProblem together() {
    return new SettingsProblem(
        "",
        "wrong-type",
        Text.of(
            "The settings cannot be read together. Take out empty entries of lists.",
            "这些设置无法一起读取，请去掉列表中的空项。"));
  }

  /** A setting that there is not. */
  static SettingsProblem unknown(String field, String name, List<String> known) {
    String names = String.join(", ", known);
    return new SettingsProblem(
        field,
        "unknown-setting",
        known.isEmpty()
            ? Text.of(
                "There is no setting '" + name + "' here, nor any other. Take it out.",
                "此处没有任何设置，请去掉“" + name + "”。")
            : Text.of(
                "There is no setting '" + name + "' here; there are: " + names + ".",
                "此处没有设置“" + name + "”；可用的有：" + names + "。"));
  }
}
