package io.sluice.samples.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that the benchmark prints: one line per figure, ratios of one run. */
final class Table {
  private final List<String[]> rows = new ArrayList<>();

  /** A line: what, how large, both sides in words, and their ratio. */
  record Line(String part, String what, String ours, String theirs, double ratio, String aim) {}

  private final List<Line> lines = new ArrayList<>();

  void add(Line line) {
    lines.add(line);
    System.out.printf(
        "  %s %s: %s | %s | %s%n", line.part, line.what, line.ours, line.theirs, shown(line.ratio));
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  void print() {
    rows.add(new String[] {"", "figure", "Sluice", "compared with", "ratio", "aim"});
    for (Line line : lines) {
      rows.add(
          new String[] {line.part, line.what, line.ours, line.theirs, shown(line.ratio), line.aim});
    }
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    System.out.println();
    for (String[] row : rows) {
      StringBuilder text = new StringBuilder("|");
      for (int i = 0; i < columns; i++) {
        text.append(' ')
            .append(row[i])
            .append(" ".repeat(widths[i] - row[i].length()))
            .append(" |");
      }
      System.out.println(text);
      if (row == rows.get(0)) {
        System.out.println(text.toString().replaceAll("[^|]", "-"));
      }
    }
  }

  private static String shown(double ratio) {
    if (Double.isNaN(ratio)) {
      return "";
    }
    return String.format(Locale.ROOT, ratio >= 100 ? "%,.0f" : ratio >= 1 ? "%.2f" : "%.4f", ratio);
  }

  static String millis(double nanos) {
    return String.format(Locale.ROOT, nanos < 1e7 ? "%,.3f ms" : "%,.0f ms", nanos / 1e6);
  }

  static String perSecond(double rate) {
    return String.format(Locale.ROOT, "%,.0f people/s", rate);
  }
}
