package io.sluice.engine.nodetype;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.node.NodeType;
import io.sluice.node.Text;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns the JSON settings of a node into the record of its type, and checks its annotations. */
@Component
public class NodeBinder {
  private final ObjectMapper mapper = SettingsMapper.create();
  private final Validator validator;

  NodeBinder(Validator validator) {
    this.validator = validator;
  }

  /**
   * Binds settings.
   *
   * @param problems receives one problem for each setting that is unknown or of the wrong type;
   *     such a setting is left out of the record
   */
  public <C extends Record> BoundNode bind(
      String nodeId, NodeType<C> type, JsonNode settings, List<SettingsProblem> problems) {
    RecordComponent[] components = type.configType().getRecordComponents();
    Set<String> unknown = new TreeSet<>();
    settings.fieldNames().forEachRemaining(unknown::add);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      unknown.remove(nameOf(component));
      values[i] = value(component, settings.get(nameOf(component)), problems);
    }
    for (String field : unknown) {
      problems.add(unknownSetting(field, components));
    }
    return new BoundNode(nodeId, type, create(type.configType(), components, values, problems));
  }

  /** What the validation annotations of the settings say. */
  public List<SettingsProblem> validate(BoundNode node) {
    return validator.validate(node.settings()).stream()
        .sorted((a, b) -> a.getPropertyPath().toString().compareTo(b.getPropertyPath().toString()))
        .map(NodeBinder::invalid)
        .toList();
  }

  private Object value(RecordComponent component, JsonNode json, List<SettingsProblem> problems) {
    if (json == null || json.isNull()) {
      return absent(component.getType());
    }
    try {
      return mapper
          .readerFor(mapper.constructType(component.getGenericType()))
          .readValue(mapper.treeAsTokens(json));
    } catch (JsonMappingException e) {
      problems.add(wrongType(nameOf(component) + path(e), e.getOriginalMessage()));
    } catch (JsonProcessingException e) {
      problems.add(wrongType(nameOf(component), e.getOriginalMessage()));
    } catch (java.io.IOException e) {
      problems.add(wrongType(nameOf(component), e.getMessage()));
    }
    return absent(component.getType());
  }

  private static <C extends Record> C create(
      Class<C> type,
      RecordComponent[] components,
      Object[] values,
      List<SettingsProblem> problems) {
    try {
      return constructor(type, components).newInstance(values);
    } catch (ReflectiveOperationException | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      problems.add(wrongType("", String.valueOf(cause.getMessage())));
      return empty(type, components);
    }
  }

  private static <C extends Record> C empty(Class<C> type, RecordComponent[] components) {
    Object[] nothing =
        Arrays.stream(components).map(component -> absent(component.getType())).toArray();
    try {
      return constructor(type, components).newInstance(nothing);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type + " must accept null for settings that are not there yet", e);
    }
  }

  private static <C extends Record> Constructor<C> constructor(
      Class<C> type, RecordComponent[] components) throws NoSuchMethodException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<C> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  /** The name in JSON: a setting may be called what Java does not allow, such as "for". */
  private static String nameOf(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }

  private static Object absent(Class<?> type) {
    if (!type.isPrimitive()) {
      return null;
    }
    return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            part ->
                part.getFieldName() == null
                    ? "[" + part.getIndex() + "]"
                    : "." + part.getFieldName())
        .collect(Collectors.joining());
  }

  private static SettingsProblem wrongType(String field, String reason) {
    String text =
        reason == null
            ? "cannot be read"
            : reason
                .replaceAll(" \\(token `[^`]*`\\)", "")
                .replaceAll("`?\\b[a-z]+(\\.[A-Za-z0-9_$]+)+`?", "value");
    return new SettingsProblem(
        field,
        "wrong-type",
        Text.of("'" + field + "' cannot be read: " + text, "“" + field + "”无法读取:" + text));
  }

  private static SettingsProblem unknownSetting(String field, RecordComponent[] components) {
    List<String> known = new ArrayList<>();
    for (RecordComponent component : components) {
      known.add(nameOf(component));
    }
    return new SettingsProblem(
        field,
        "unknown-setting",
        Text.of(
            "There is no setting '" + field + "' here; there are " + known,
            "此处没有设置“" + field + "”;可用的有 " + known));
  }

  private static String english(String message) {
    return message.replaceFirst("^must not be (null|blank|empty)$", "is missing. Fill it in.");
  }

  private static SettingsProblem invalid(ConstraintViolation<Record> violation) {
    String field = violation.getPropertyPath().toString();
    return new SettingsProblem(
        field,
        "invalid-setting",
        Text.of(
            "'" + field + "' " + english(violation.getMessage()),
            "“" + field + "”" + Chinese.ofConstraint(violation)));
  }
}
