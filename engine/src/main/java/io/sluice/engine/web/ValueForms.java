package io.sluice.engine.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.node.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what a value of a type looks like. */
public final class ValueForms {
  private static final Map<Class<?>, Text> KNOWN =
      Map.of(
          Instant.class,
          Text.of("an instant such as 2026-11-21T10:00:00Z", "时间点，例如 2026-11-21T10:00:00Z"),
          LocalDate.class,
          Text.of("a date such as 2026-11-21", "日期，例如 2026-11-21"),
          LocalDateTime.class,
          Text.of(
              "a date and time without zone such as 2026-11-21T10:00",
              "不带时区的日期和时刻，例如 2026-11-21T10:00"),
          LocalTime.class,
          Text.of("a time of day such as 10:00", "时刻，例如 10:00"),
          Duration.class,
          Text.of("a duration such as P3D or PT12H", "时长，例如 P3D 或 PT12H"),
          String.class,
          Text.of("a text", "文本"));
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private ValueForms() {}

  /** What a value is, to be read after "must be"; constants as they are named in JSON. */
  static Text describe(Class<?> type) {
    return describe(type, ValueForms::name);
  }

  /** The same where constants have names of their own. */
  public static Text describe(Class<?> type, Function<Enum<?>, String> names) {
    if (type.isEnum()) {
      String constants =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> names.apply((Enum<?>) constant))
              .collect(Collectors.joining(", "));
      return Text.of("one of " + constants, "以下之一：" + constants);
    }
    if (KNOWN.containsKey(type)) {
      return KNOWN.get(type);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Text.of("true or false", "true 或 false");
    }
    if (WHOLE.contains(type)) {
      return Text.of("a whole number", "整数");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return Text.of("a number", "数字");
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return Text.of("a list", "列表");
    }
    return type.isRecord() || Map.class.isAssignableFrom(type)
        ? Text.of("an object", "对象")
        : Text.of("another kind of value", "其他类型的值");
  }

  /** As it is written in JSON. */
  private static String name(Enum<?> constant) {
    try {
      JsonProperty named =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return named == null ? constant.toString() : named.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
