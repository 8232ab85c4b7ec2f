package io.sluice.node.testkit;

import io.sluice.node.Label;
import io.sluice.node.Rule;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the settings and choices of a config record that have no label. */
final class Labels {
  private final List<String> missing = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>(Set.of(Rule.class));

  private Labels() {}

  static List<String> missing(Class<?> record) {
    Labels labels = new Labels();
    labels.visit(record);
    return labels.missing;
  }

  private void visit(Type type) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        visit(argument);
      }
    } else if (type instanceof Class<?> plain && seen.add(plain)) {
      visitClass(plain);
    }
  }

  private void visitClass(Class<?> type) {
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        require(component, type.getSimpleName() + "." + component.getName());
        visit(component.getGenericType());
      }
    }
    for (Field field : type.getDeclaredFields()) {
      if (field.isEnumConstant()) {
        require(field, type.getSimpleName() + "." + field.getName());
      }
    }
  }

  private void require(AnnotatedElement element, String name) {
    Label label = element.getAnnotation(Label.class);
    if (label == null || label.en().isBlank() || label.zh().isBlank()) {
      missing.add(name);
    }
  }
}
