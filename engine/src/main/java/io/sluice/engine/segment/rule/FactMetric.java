package io.sluice.engine.segment.rule;

import io.sluice.engine.member.FieldType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is computed over a member's orders or events. */
public enum FactMetric {
  /** How many; 0 where there is none. */
  COUNT(FieldType.NUMBER, true),
  /** The sum of their amounts, or of a property; 0 where there is none. */
  SUM(FieldType.NUMBER, true),
  /** How many items of orders; 0 where there is none. */
  ITEMS(FieldType.NUMBER, true),
  /** The amount per order, or the property per event. */
  AVERAGE(FieldType.NUMBER, false),
  /** The largest of them. */
  LARGEST(FieldType.NUMBER, false),
  /** The smallest of them. */
  SMALLEST(FieldType.NUMBER, false),
  /** When the first one was. */
  FIRST(FieldType.INSTANT, false),
  /** When the last one was. */
  LAST(FieldType.INSTANT, false),
  /** Whole days (24 hours each) since the first one. */
  DAYS_SINCE_FIRST(FieldType.NUMBER, false),
  /** Whole days (24 hours each) since the last one. */
  DAYS_SINCE_LAST(FieldType.NUMBER, false);

  private final FieldType type;
  private final boolean zeroForNone;

  FactMetric(FieldType type, boolean zeroForNone) {
    this.type = type;
    this.zeroForNone = zeroForNone;
  }

  /** The kind of value. */
  public FieldType type() {
    return type;
  }

  /** Whether the metric is 0, and not missing, for a member without any. */
  public boolean zeroForNone() {
    return zeroForNone;
  }

  /** The name in rules, such as {@code days-since-last}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The metric of that name. */
  public static Optional<FactMetric> of(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }
}
