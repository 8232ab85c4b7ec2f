package io.sluice.engine.segment.rule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the window of a condition on orders. */
final class WindowParser {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private WindowParser() {}

  /** The window; empty where there is none or it is wrong, which is then reported. */
  static Optional<Window> parse(JsonFields fields) {
    return fields.object("window").flatMap(WindowParser::window);
  }

  private static Optional<Window> window(JsonFields window) {
    boolean last = window.has("last");
    boolean calendar = window.has("calendar");
    boolean between = window.has("from") | window.has("to");
    window.refuseOthers();
    if ((last ? 1 : 0) + (calendar ? 1 : 0) + (between ? 1 : 0) != 1) {
      window.wrong(
          "",
          "not-a-window",
          "A window has either 'last' (such as P90D), or 'calendar' (such as this-month), or"
              + " 'from' and 'to'");
      return Optional.empty();
    }
    if (last) {
      return window.text("last").flatMap(text -> last(window, text));
    }
    if (calendar) {
      List<String> names = Arrays.stream(Window.Period.values()).map(Window.Period::key).toList();
      return window.named("calendar", Window.Period::of, names).map(Window.Calendar::new);
    }
    return Optional.of(new Window.Between(edge(window, "from"), edge(window, "to")));
  }

  private static Optional<Window> last(JsonFields window, String text) {
    try {
      Duration length =
          text.matches("P\\d{1,4}W")
              ? Duration.ofDays(7L * Integer.parseInt(text.substring(1, text.length() - 1)))
              : Duration.parse(text);
      if (!length.isNegative() && !length.isZero() && length.compareTo(LONGEST) <= 0) {
        return Optional.of(new Window.Last(length));
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // Told below, as any other length that cannot be used.
    }
    window.wrong(
        "last",
        "bad-duration",
        "'last' must be a length of days or hours such as P90D, P2W or PT12H; for months use"
            + " 'calendar' or days");
    return Optional.empty();
  }

  private static Window.Edge edge(JsonFields window, String name) {
    if (!window.has(name)) {
      return null;
    }
    Optional<Window.Edge> edge = window.text(name).flatMap(WindowParser::edge);
    if (edge.isEmpty()) {
      window.wrong(
          name,
          "bad-instant",
          "'"
              + name
              + "' must be a day such as 2026-11-01 or an instant such as"
              + " 2026-11-01T00:00:00Z");
    }
    return edge.orElse(null);
  }

  private static Optional<Window.Edge> edge(String text) {
    return Values.day(text)
        .map(day -> new Window.Edge(null, day))
        .or(() -> Values.instant(text).map(instant -> new Window.Edge(instant, null)));
  }
}
