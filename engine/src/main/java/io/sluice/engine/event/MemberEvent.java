package io.sluice.engine.event;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that a member did.
 *
 * @param key under which its sender knows it
 * @param member the member's number
 * @param product null where it is about none
 * @param category null likewise
 * @param properties what else it says
 */
record MemberEvent(
    String key,
    int member,
    String type,
    Instant at,
    String product,
    String category,
    SortedMap<String, String> properties) {
  static final int TYPE_LENGTH = 64;
  static final int PROPERTY_LENGTH = 64;
  static final int VALUE_LENGTH = 500;
  static final int MOST_PROPERTIES = 50;
  private static final int DECIMALS = 6;

  /** Digits with leading zeros are a name and no number. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");

  MemberEvent {
    properties = new TreeMap<>(properties);
  }

  /** The number that a property is; null where it is only a text. */
  static BigDecimal number(String value) {
    if (!NUMBER.matcher(value).matches()) {
      return null;
    }
    try {
      return Values.number(value, DECIMALS);
    } catch (BadValue e) {
      return null;
    }
  }
}
