package io.sluice.engine.member;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.Values;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/**
 * What a request says about a member. What is not named stays as it is; null clears.
 *
 * @param profile values by the name of the field
 * @param attributes values by the key of the attribute
 * @param consents consents given or withdrawn
 */
record MemberDocument(
    Map<String, JsonNode> profile,
    Map<String, JsonNode> attributes,
    List<ConsentDocument> consents) {
  private static final int LONGEST_TEXT = 1000;

  /**
   * What is to be written.
   *
   * @throws Problem 400 with all that is wrong
   */
  MemberChange read(String key, Workspace workspace, Attributes known) {
    List<Problem.Part> wrong = new ArrayList<>();
    MemberChange change =
        new MemberChange(
            key, profile(workspace, wrong), attributes(workspace, known, wrong), consents(wrong));
    if (!wrong.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "invalid-fields",
          "Some values cannot be taken; each is listed with what it must be.",
          wrong);
    }
    return change;
  }

  private Map<ProfileField, Object> profile(Workspace workspace, List<Problem.Part> wrong) {
    Map<ProfileField, Object> values = new EnumMap<>(ProfileField.class);
    if (profile == null) {
      return values;
    }
    profile.forEach(
        (name, node) -> {
          String place = "/profile/" + name;
          Optional<ProfileField> field = ProfileField.of(name);
          if (field.isEmpty()) {
            wrong.add(unknown("unknown-field", place, "There is no profile field '" + name + "'"));
          } else if (node.isNull() && isRequired(field.get())) {
            wrong.add(unknown("required", place, "'" + name + "' cannot be cleared"));
          } else {
            read(
                    place,
                    wrong,
                    node,
                    () -> FieldValues.parse(field.get(), text(node), workspace.zone()))
                .ifPresent(value -> values.put(field.get(), value.orElse(null)));
          }
        });
    return values;
  }

  private static boolean isRequired(ProfileField field) {
    return field == ProfileField.STATUS || field == ProfileField.REGISTERED_AT;
  }

  private Map<Attribute, Object> attributes(
      Workspace workspace, Attributes known, List<Problem.Part> wrong) {
    Map<Attribute, Object> values = new LinkedHashMap<>();
    if (attributes == null) {
      return values;
    }
    attributes.forEach(
        (name, node) -> {
          String place = "/attributes/" + name;
          Optional<Attribute> attribute =
              name.indexOf('\0') >= 0 ? Optional.empty() : known.find(workspace.id(), name);
          if (attribute.isEmpty()) {
            wrong.add(
                unknown(
                    "unknown-attribute",
                    place,
                    "There is no attribute '" + name + "'; make it by PUT attributes/{key}"));
          } else {
            read(place, wrong, node, () -> value(attribute.get(), node))
                .ifPresent(value -> values.put(attribute.get(), value.orElse(null)));
          }
        });
    return values;
  }

  private static Object value(Attribute attribute, JsonNode node) {
    if (attribute.type() != FieldType.MULTI_CHOICE || !node.isArray()) {
      return FieldValues.parse(attribute, text(node));
    }
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(text(item)));
    return FieldValues.choices(attribute, texts);
  }

  private List<ConsentChange> consents(List<Problem.Part> wrong) {
    List<ConsentChange> changes = new ArrayList<>();
    List<ConsentDocument> said = consents == null ? List.of() : consents;
    for (int i = 0; i < said.size(); i++) {
      String place = "/consents/" + i;
      if (said.get(i) == null) {
        wrong.add(unknown("invalid-value", place, "'" + place + "' must be an object"));
      } else {
        said.get(i).read(place, wrong).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** Nothing if it is wrong; an empty value if it is to be cleared. */
  private static Optional<Optional<Object>> read(
      String place, List<Problem.Part> wrong, JsonNode node, Supplier<Object> value) {
    try {
      return Optional.of(node.isNull() ? Optional.empty() : Optional.of(value.get()));
    } catch (BadValue e) {
      wrong.add(unknown("invalid-value", place, "'" + place + "' " + e.getMessage()));
      return Optional.empty();
    }
  }

  private static String text(JsonNode node) {
    if (!node.isValueNode()) {
      throw new BadValue("must be a single value, not a list or an object");
    }
    if (!node.isNumber()) {
      return Values.text(node.asText(), LONGEST_TEXT);
    }
    // 1e999999999 is a number in JSON, and must not be written out.
    if (Double.isInfinite(node.doubleValue()) || Math.abs(node.decimalValue().scale()) > 400) {
      throw new BadValue("is out of range; it must be below 10^15");
    }
    return node.decimalValue().toPlainString();
  }

  private static Problem.Part unknown(String code, String place, String message) {
    return new Problem.Part(code, place, message + ".");
  }
}
