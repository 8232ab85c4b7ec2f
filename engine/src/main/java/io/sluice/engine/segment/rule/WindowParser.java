package io.sluice.engine.segment.rule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the window of a condition on orders or events. */
final class WindowParser {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private WindowParser() {}

  /** The window; empty where there is none or it is wrong, which is then reported. */
  static Optional<Window> parse(JsonFields fields, Set<String> nodes) {
    return fields.object("window").flatMap(window -> window(window, nodes));
  }

  private static Optional<Window> window(JsonFields window, Set<String> nodes) {
    boolean since = window.has("since");
    boolean sinceNode = window.has("sinceNode");
    boolean last = window.has("last");
    boolean calendar = window.has("calendar");
    boolean between = window.has("from") | window.has("to");
    window.refuseOthers();
    if (Stream.of(since, sinceNode, last, calendar, between).filter(has -> has).count() != 1) {
      window.wrong(
          "",
          "not-a-window",
          "A window has either 'last' (such as P90D), or 'calendar' (such as this-month), or"
              + " 'from' and 'to', or 'since' (entering), or 'sinceNode' (a node before)");
      return Optional.empty();
    }
    if (since) {
      Function<String, Optional<Window>> entering =
          text -> "entering".equals(text) ? Optional.of(new Window.Since(null)) : Optional.empty();
      if (nodes.isEmpty()) {
        window.wrong("since", "no-run", "'since' counts within a run only; use 'last' here");
      }
      return window.named("since", entering, List.of("entering"));
    }
    if (sinceNode) {
      return window.text("sinceNode").map(node -> sinceNode(window, node, nodes));
    }
    if (last) {
      return window.text("last").flatMap(text -> last(window, text));
    }
    if (calendar) {
      List<String> names = Arrays.stream(Window.Period.values()).map(Window.Period::key).toList();
      return window.named("calendar", Window.Period::of, names).map(Window.Calendar::new);
    }
    Window.Edge from = edge(window, "from");
    Window.Edge to = edge(window, "to");
    if (descending(from, to)) {
      window.wrong("to", "descending", "'to' lies before 'from'; exchange them");
    }
    return Optional.of(new Window.Between(from, to));
  }

  private static Window sinceNode(JsonFields window, String node, Set<String> nodes) {
    if (!nodes.contains(node)) {
      window.wrong("sinceNode", "unknown-node", unknownNode("node", node, nodes));
    }
    return new Window.Since(node);
  }

  /** Says that there is no such node, and which there are. */
  static String unknownNode(String kind, String node, Set<String> nodes) {
    return "'"
        + node
        + "' is no "
        + kind
        + " before this one; "
        + (nodes.isEmpty()
            ? "draw one before it, or take the condition out"
            : "name one of: " + String.join(", ", new TreeSet<>(nodes)));
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

  /** Whether both are days, or both are instants, in the wrong order. */
  private static boolean descending(Window.Edge from, Window.Edge to) {
    if (from == null || to == null) {
      return false;
    }
    return from.day() != null && to.day() != null && to.day().isBefore(from.day())
        || from.instant() != null && to.instant() != null && to.instant().isBefore(from.instant());
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
