package io.sluice.engine.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.web.InputText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads single values of rules, in the form in which {@link ValueTest} holds them. */
final class Values {
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(18);
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_DECIMALS = 6;

  private Values() {}

  static Optional<Object> of(JsonNode node, FieldType type) {
    return switch (type) {
      case TEXT, CHOICE, MULTI_CHOICE ->
          isText(node) ? Optional.of(node.asText()) : Optional.empty();
      case NUMBER -> number(node).map(Object.class::cast);
      case DATE -> node.isTextual() ? day(node.asText()).map(Object.class::cast) : Optional.empty();
      case INSTANT ->
          node.isTextual() ? instant(node.asText()).map(Object.class::cast) : Optional.empty();
      case BOOLEAN -> node.isBoolean() ? Optional.of(node.asBoolean()) : Optional.empty();
    };
  }

  static boolean isText(JsonNode node) {
    return node.isTextual() && InputText.wrongWith(node.asText(), LONGEST_TEXT).isEmpty();
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    if (!node.isNumber()) {
      return Optional.empty();
    }
    // Compared before it is stripped: 1e999999999 must not be written out.
    BigDecimal number = node.decimalValue();
    if (number.precision() - (long) number.scale() > 19 || number.scale() > 100) {
      return Optional.empty();
    }
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return plain.abs().compareTo(TOO_LARGE) < 0 && plain.scale() <= MOST_DECIMALS
        // jOOQ casts to the precision of the value, and 1E+1 has one digit where 10 has two.
        ? Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain)
        : Optional.empty();
  }

  static Optional<LocalDate> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return inRange(day.getYear()) ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Instant> instant(String text) {
    try {
      OffsetDateTime instant = OffsetDateTime.parse(text);
      return inRange(instant.getYear())
          ? Optional.of(instant.toInstant().truncatedTo(ChronoUnit.MICROS))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean inRange(int year) {
    return year >= 1 && year <= 9998;
  }

  static String describe(FieldType type) {
    return switch (type) {
      case TEXT, CHOICE, MULTI_CHOICE ->
          "a text in quotes without control characters, 1,000 characters at most";
      case NUMBER -> "a number below 10^18 with at most 6 decimals";
      case DATE -> "a date such as 2026-11-21";
      case INSTANT -> "an instant such as 2026-11-21T10:00:00Z";
      case BOOLEAN -> "true or false";
    };
  }
}
