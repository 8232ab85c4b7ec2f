package io.sluice.engine.segment;

import io.sluice.engine.segment.leaf.Leaf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Days of the year on which an anniversary falls. */
final class YearDays {
  private static final int FEBRUARY_28 = 228;
  private static final int FEBRUARY_29 = 229;

  private YearDays() {}

  /** The number under which a date is kept: month * 100 + day. */
  static int of(LocalDate date) {
    return date.getMonthValue() * 100 + date.getDayOfMonth();
  }

  /** The days between two dates, both included; 29 February falls on the 28th in common years. */
  static List<Leaf.DayRange> between(LocalDate from, LocalDate to) {
    TreeSet<Integer> days = new TreeSet<>();
    // A year and a day hold every day of the year.
    LocalDate last = to.isAfter(from.plusDays(366)) ? from.plusDays(366) : to;
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(of(day));
      if (of(day) == FEBRUARY_28 && !day.isLeapYear()) {
        days.add(FEBRUARY_29);
      }
    }
    return ranges(days);
  }

  private static List<Leaf.DayRange> ranges(TreeSet<Integer> days) {
    List<Leaf.DayRange> ranges = new ArrayList<>();
    int first = days.first();
    int last = first;
    for (int day : days.tailSet(first, false)) {
      if (!follows(last, day)) {
        ranges.add(new Leaf.DayRange(first, last));
        first = day;
      }
      last = day;
    }
    ranges.add(new Leaf.DayRange(first, last));
    return ranges;
  }

  /** Within a month; ranges over the end of a month would hold no other days either. */
  private static boolean follows(int day, int next) {
    return next == day + 1;
  }
}
