package io.sluice.node.testkit;

import io.sluice.node.Audience;
import io.sluice.node.DateRef;
import io.sluice.node.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Dates and time zones of people as a test states them. */
final class FakeDates implements Dates {
  private final Map<DateRef, Map<Integer, LocalDate>> days = new HashMap<>();
  private final Map<DateRef, Map<Integer, Instant>> instants = new HashMap<>();
  private final Map<ZoneId, Audience> zones = new HashMap<>();

  void day(DateRef date, int member, LocalDate day) {
    days.computeIfAbsent(date, one -> new HashMap<>()).put(member, day);
  }

  void instant(DateRef date, int member, Instant at) {
    instants.computeIfAbsent(date, one -> new HashMap<>()).put(member, at);
  }

  void zone(ZoneId zone, Audience members) {
    zones.merge(zone, members, Audience::union);
  }

  Map<ZoneId, Audience> zones(Audience people, ZoneId otherwise) {
    Map<ZoneId, Audience> byZone = new HashMap<>();
    Audience left = people;
    for (Map.Entry<ZoneId, Audience> zone : zones.entrySet()) {
      byZone.put(zone.getKey(), left.intersect(zone.getValue()));
      left = left.minus(zone.getValue());
    }
    byZone.merge(otherwise, left, Audience::union);
    byZone.values().removeIf(Audience::isEmpty);
    return byZone;
  }

  @Override
  public Map<LocalDate, Audience> days(DateRef date, Audience people) {
    Map<LocalDate, Audience> byDay = new HashMap<>();
    days.getOrDefault(date, Map.of())
        .forEach(
            (member, day) -> {
              if (people.contains(member)) {
                byDay.merge(day, Audience.of(member), Audience::union);
              }
            });
    return byDay;
  }

  @Override
  public void instants(DateRef date, Audience people, EachInstant each) {
    instants
        .getOrDefault(date, Map.of())
        .forEach(
            (member, at) -> {
              if (people.contains(member)) {
                each.accept(member, at);
              }
            });
  }
}
