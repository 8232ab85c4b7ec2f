package io.sluice.engine.delivery.content.liquid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * Writes a date by a format such as {@code %Y-%m-%d}: the directives of strftime that messages
 * need. Takes {@code 2026-11-22}, {@code 2026-11-22 10:30}, {@code now} and {@code today}.
 */
final class DateFilter extends Filter {
  private static final int LONGEST_FORMAT = 100;

  private static final DateTimeFormatter INPUT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd[[' ']['T']HH:mm[:ss]]", Locale.ROOT);

  private static final Map<String, String> PATTERNS =
      Map.ofEntries(
          Map.entry("Y", "uuuu"),
          Map.entry("y", "uu"),
          Map.entry("m", "MM"),
          Map.entry("-m", "M"),
          Map.entry("B", "MMMM"),
          Map.entry("b", "MMM"),
          Map.entry("d", "dd"),
          Map.entry("-d", "d"),
          Map.entry("e", "d"),
          Map.entry("j", "DDD"),
          Map.entry("H", "HH"),
          Map.entry("-H", "H"),
          Map.entry("I", "hh"),
          Map.entry("-I", "h"),
          Map.entry("M", "mm"),
          Map.entry("S", "ss"),
          Map.entry("p", "a"),
          Map.entry("A", "EEEE"),
          Map.entry("a", "EEE"),
          Map.entry("F", "uuuu-MM-dd"),
          Map.entry("T", "HH:mm:ss"),
          Map.entry("%", "'%'"));

  DateFilter() {
    super("date");
  }

  @Override
  public Object apply(Object value, TemplateContext context, Object... parameters) {
    LocalDateTime at = read(asString(value, context), Scene.of(context));
    String format = parameters.length == 0 ? "" : asString(parameters[0], context);
    if (at == null || format.isBlank() || format.length() > LONGEST_FORMAT) {
      return value;
    }
    return formatter(format).format(at);
  }

  private static LocalDateTime read(String text, Scene scene) {
    if (text.equals("now") || text.equals("today")) {
      return LocalDateTime.ofInstant(scene.now(), scene.zone());
    }
    try {
      var read = INPUT.parseBest(text, LocalDateTime::from, LocalDate::from);
      return read instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) read;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static DateTimeFormatter formatter(String format) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    for (int i = 0; i < format.length(); i++) {
      int end = directiveEnd(format, i);
      String pattern = end < 0 ? null : PATTERNS.get(format.substring(i + 1, end));
      if (pattern == null) {
        builder.appendLiteral(format.charAt(i));
      } else {
        builder.appendPattern(pattern);
        i = end - 1;
      }
    }
    return builder.toFormatter(Locale.ENGLISH);
  }

  /** Where the directive that begins there ends, or -1 for none. */
  private static int directiveEnd(String format, int start) {
    if (format.charAt(start) != '%') {
      return -1;
    }
    int letter = format.startsWith("-", start + 1) ? start + 2 : start + 1;
    return letter < format.length() ? letter + 1 : -1;
  }
}
