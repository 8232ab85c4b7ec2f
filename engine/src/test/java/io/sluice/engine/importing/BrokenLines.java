package io.sluice.engine.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of members of which one hundred lines are broken, ten of each of ten kinds. */
final class BrokenLines {
  static final String HEADER =
      "member,name,email,phone,birth_date,status,level,attribute:colour,consent:sms";
  private static final int GOOD = 900;

  final List<String> lines = new ArrayList<>(List.of(HEADER));

  /** What the error of a line must name, by the number of the line. */
  final Map<Integer, String> broken = new LinkedHashMap<>();

  int good;

  static BrokenLines make() {
    BrokenLines file = new BrokenLines();
    for (int i = 0; i < GOOD; i++) {
      file.addGood(i);
      if (i % 9 == 4) {
        file.addBroken(i / 9);
      }
    }
    return file;
  }

  private void addGood(int i) {
    lines.add(row("m" + i, "Name " + i, "2001-02-03", "active", "3", "red"));
    good++;
  }

  private static String row(
      String key, String name, String birth, String status, String level, String colour) {
    return String.join(
        ",", key, name, "a@b.cn", "13800000000", birth, status, level, colour, "yes");
  }

  private void addBroken(int number) {
    String key = "bad" + number;
    switch (number % 10) {
      case 0 -> add(row(key, "x", "2001-02-30", "active", "3", "red"), "birth_date");
      case 1 -> add(row(key, "x", "2001-02-03", "asleep", "3", "red"), "status");
      case 2 -> add(row(key, "x", "2001-02-03", "active", "three", "red"), "level");
      case 3 -> add(row(key, "x", "2001-02-03", "active", "3", "green"), "attribute:colour");
      case 4 -> add(row(key, "\"open", "2001-02-03", "active", "3", "red"), "quote");
      case 5 -> add(key + ",too,few", "columns");
      case 6 -> add(row(key, "x", "2001-02-03", "active", "3", "red") + ",more", "columns");
      case 7 -> add(row("m" + number, "x", "2001-02-03", "active", "3", "red"), "stands on line");
      case 8 -> add(row(key, "x".repeat(201), "2001-02-03", "active", "3", "red"), "name");
      default -> add(row(key, "a\u0000b", "2001-02-03", "active", "3", "red"), "U+0000");
    }
  }

  private void add(String line, String named) {
    lines.add(line);
    broken.put(lines.size(), named);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
