package io.sluice.engine.nodetype;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.node.NodeType;
import io.sluice.node.Text;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    } catch (JsonProcessingException e) {
      problems.add(UnreadableSetting.of(component, nameOf(component), json, e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      problems.add(UnreadableSetting.together());
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
  static String nameOf(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }

  private static Object absent(Class<?> type) {
    if (!type.isPrimitive()) {
      return null;
    }
    return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
  }

  private static SettingsProblem unknownSetting(String field, RecordComponent[] components) {
    return UnreadableSetting.unknown(
        field, field, Arrays.stream(components).map(NodeBinder::nameOf).toList());
  }

  private static SettingsProblem invalid(ConstraintViolation<Record> violation) {
    String field = shown(violation.getPropertyPath().toString());
    Text words = ConstraintWords.of(violation);
    return new SettingsProblem(
        field,
        "invalid-setting",
        Text.of("'" + field + "' " + words.en() + ".", "“" + field + "”" + words.zh() + "。"));
  }

  /** Entries of lists stand as {@code values[1].<list element>}. */
  private static String shown(String path) {
    return path.replaceAll("\\.?<[^>]*>", "");
  }
}
