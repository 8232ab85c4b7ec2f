package io.sluice.engine.importing;

import io.sluice.engine.web.InputText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads values from text; every method throws {@link BadValue} for a text that is none. */
public final class Values {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,20})?");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,;<>\"]+@[^@\\s.,;<>\"]+(\\.[^@\\s.,;<>\"]+)+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9*]{5,20}");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern PHONE_BLANKS = Pattern.compile("[\\s().-]");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("[uuuu-MM-dd][uuuu/M/d][uuuuMMdd]")
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .append(DATE)
          .appendPattern("[ ]['T']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Values() {}

  /** A text of at most so many characters; breaks between its lines become blanks. */
  public static String text(String text, int maxLength) {
    String line = LINE_BREAK.matcher(text).replaceAll(" ");
    InputText.wrongWith(line, maxLength)
        .ifPresent(
            wrong -> {
              throw new BadValue(wrong);
            });
    return line;
  }

  /** A key that an address can hold, see {@link InputText#wrongWithKey}. */
  public static String key(String text) {
    InputText.wrongWithKey(text)
        .ifPresent(
            wrong -> {
              throw new BadValue(wrong);
            });
    return text;
  }

  /** One of some texts, whatever the case of its letters. */
  public static String choice(String text, List<String> choices) {
    return choices.stream()
        .filter(choice -> choice.equals(text))
        .findFirst()
        .or(() -> choices.stream().filter(choice -> choice.equalsIgnoreCase(text)).findFirst())
        .orElseThrow(() -> new BadValue("is no choice; use one of: " + String.join(", ", choices)));
  }

  /** A whole number. */
  public static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadValue("is no whole number; write it in digits, such as 12");
    }
  }

  /** An exact number with at most so many decimals, below 10^15. */
  public static BigDecimal number(String text, int decimals) {
    if (!NUMBER.matcher(text).matches()) {
      throw new BadValue("is no number; write it as 1234.50, without separators or currency");
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    if (number.scale() > decimals) {
      throw new BadValue("has more than " + decimals + " decimals; round it");
    }
    if (number.abs().compareTo(BigDecimal.TEN.pow(15)) >= 0) {
      throw new BadValue("is too large; it must be below 10^15");
    }
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** Yes or no. */
  public static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default -> throw new BadValue("is neither yes nor no; write true or false");
    };
  }

  /** A date. */
  public static LocalDate date(String text) {
    try {
      return inRange(LocalDate.parse(text, DATE));
    } catch (DateTimeException e) {
      throw new BadValue("is no date; write it as 2026-11-21");
    }
  }

  /** An instant; without an offset in the zone, without a time at the start of the day. */
  public static Instant instant(String text, ZoneId zone) {
    try {
      Instant instant;
      if (text.length() <= 10) {
        instant = LocalDate.parse(text, DATE).atStartOfDay(zone).toInstant();
      } else if (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10) {
        instant = OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
      } else {
        instant = LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
      }
      inRange(LocalDate.ofInstant(instant, zone));
      return instant.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new BadValue("is no instant; write it as 2026-11-21T10:00:00Z or 2026-11-21 10:00:00");
    }
  }

  private static LocalDate inRange(LocalDate date) {
    if (date.getYear() < 1900 || date.getYear() > 2199) {
      throw new BadValue("is out of range; the year must be 1900 to 2199");
    }
    return date;
  }

  /** An e-mail address. */
  public static String email(String text) {
    if (!EMAIL.matcher(text).matches()) {
      throw new BadValue("is no e-mail address; write it as name@example.com");
    }
    return text(text, 254);
  }

  /** A phone number, kept without blanks; digits may be masked by asterisks. */
  public static String phone(String text) {
    String plain = PHONE_BLANKS.matcher(text).replaceAll("");
    if (!PHONE.matcher(plain).matches()) {
      throw new BadValue("is no phone number; write 5 to 20 digits, with + before a country code");
    }
    return plain;
  }

  /** A time zone. */
  public static String zone(String text) {
    try {
      return ZoneId.of(text).getId();
    } catch (DateTimeException e) {
      throw new BadValue("is no time zone; write it as Asia/Shanghai");
    }
  }
}
