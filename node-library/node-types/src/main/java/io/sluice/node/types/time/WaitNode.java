package io.sluice.node.types.time;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.InPort;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Ports;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds people for a while, until a date and time, or until some days or hours before or after a
 * date of their own.
 */
public final class WaitNode implements TimeNode<WaitNode.Settings> {
  /** The port of those who have no such date: they go on at once. */
  static final String NO_DATE = "no-date";

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final NodeInfo INFO =
      new NodeInfo(
          "wait",
          Category.TIME,
          Text.of("Wait", "等待"),
          Text.of(
              "Holds people for a while, until a date and time, or around a date of their own.",
              "等待一段时间、等到某个时刻，或等到每个人自己的日期前后。"),
          "clock",
          Set.of());

  /**
   * The settings.
   *
   * @param waitFor what is waited for; {@code for} in JSON
   * @param duration how long, where a time span is waited for, for example {@code P3D}
   * @param until until when, on the clocks of the time zone
   * @param weekdays the days of the week that count; all where there is none
   * @param time the time of day; for dates 09:00 by default
   * @param date the date of each person
   * @param zone whose clocks count; the workspace's by default
   */
  public record Settings(
      @JsonProperty("for") @Label(en = "Wait for", zh = "等待方式") WaitFor waitFor,
      @Label(en = "How long", zh = "时长", when = "for=duration|entry") Duration duration,
      @Label(en = "Until", zh = "直到", field = "local-date-time", when = "for=until")
          LocalDateTime until,
      @Label(en = "Days of the week", zh = "星期", when = "for=weekday")
          List<@NotNull Weekday> weekdays,
      @Label(en = "Time of day", zh = "时刻", field = "local-time", when = "for=weekday|date")
          LocalTime time,
      @Label(en = "Date of each person", zh = "每个人的日期", when = "for=date") @Valid WaitDate date,
      @Label(en = "Time zone", zh = "时区", when = "for=until|weekday|date") Zone zone) {
    boolean inZoneOfMembers() {
      return zone == Zone.MEMBER && waitFor != null && waitFor.byClock();
    }

    LocalTime timeOrMorning() {
      return time == null ? MORNING : time;
    }
  }

  /** What is waited for. */
  public enum WaitFor {
    @Label(en = "A time span", zh = "一段时间")
    DURATION,
    @Label(en = "A date and time", zh = "某个时刻")
    UNTIL,
    @Label(en = "The next weekday and time", zh = "下一个星期几和时刻")
    WEEKDAY,
    @Label(en = "A date of each person", zh = "每个人自己的日期")
    DATE,
    @Label(en = "A time span since entering", zh = "进入后的一段时间")
    ENTRY;

    private boolean byClock() {
      return this == UNTIL || this == WEEKDAY || this == DATE;
    }
  }

  /** A day of the week. */
  public enum Weekday {
    @Label(en = "Monday", zh = "星期一")
    MONDAY,
    @Label(en = "Tuesday", zh = "星期二")
    TUESDAY,
    @Label(en = "Wednesday", zh = "星期三")
    WEDNESDAY,
    @Label(en = "Thursday", zh = "星期四")
    THURSDAY,
    @Label(en = "Friday", zh = "星期五")
    FRIDAY,
    @Label(en = "Saturday", zh = "星期六")
    SATURDAY,
    @Label(en = "Sunday", zh = "星期日")
    SUNDAY;

    private DayOfWeek day() {
      return DayOfWeek.valueOf(name());
    }
  }

  /** Whose clocks count. */
  public enum Zone {
    @Label(en = "The workspace's", zh = "工作区时区")
    WORKSPACE,
    @Label(en = "Each member's", zh = "会员所在时区")
    MEMBER
  }

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Ports ports(Settings settings) {
    OutPort released = OutPort.releasing(OutPort.OUT, "Out", "输出");
    if (settings.waitFor() == WaitFor.DATE) {
      return Ports.through(released, OutPort.of(NO_DATE, "No date", "无日期"));
    }
    return settings.inZoneOfMembers()
        ? new Ports(List.of(InPort.single()), List.of(released))
        : Ports.through(OutPort.out());
  }

  @Override
  public Instant release(Settings settings, NodeContext context) {
    return release(settings, context, context.zone());
  }

  private static Instant release(Settings settings, NodeContext context, ZoneId zone) {
    Instant arrival = context.instant();
    Instant wanted =
        switch (settings.waitFor()) {
          case DURATION -> arrival.plus(settings.duration());
          case ENTRY -> context.enteredAt().plus(settings.duration());
          case UNTIL -> settings.until().atZone(zone).toInstant();
          case WEEKDAY -> nextWeekday(settings, arrival, zone);
          case DATE -> throw new IllegalStateException("Everybody has a date of their own");
        };
    return wanted.isBefore(arrival) ? arrival : wanted;
  }

  private static Instant nextWeekday(Settings settings, Instant arrival, ZoneId zone) {
    List<DayOfWeek> days =
        Optional.ofNullable(settings.weekdays()).orElse(List.of()).stream()
            .map(Weekday::day)
            .toList();
    LocalDate day = LocalDate.ofInstant(arrival, zone);
    while (true) {
      Instant at = day.atTime(settings.timeOrMorning()).atZone(zone).toInstant();
      if (!at.isBefore(arrival) && (days.isEmpty() || days.contains(day.getDayOfWeek()))) {
        return at;
      }
      day = day.plusDays(1);
    }
  }

  @Override
  public Map<Instant, Audience> releases(Settings settings, Audience waiting, NodeContext context) {
    Map<ZoneId, Audience> zones =
        settings.inZoneOfMembers() ? context.zones(waiting) : Map.of(context.zone(), waiting);
    if (settings.waitFor() == WaitFor.DATE) {
      return byDate(settings, zones, waiting, context);
    }
    Map<Instant, Audience> releases = new HashMap<>();
    zones.forEach(
        (zone, people) ->
            releases.merge(release(settings, context, zone), people, Audience::union));
    return releases;
  }

  private static Map<Instant, Audience> byDate(
      Settings settings, Map<ZoneId, Audience> zones, Audience waiting, NodeContext context) {
    WaitDate date = settings.date();
    DateClock clock = new DateClock(date, settings.timeOrMorning(), context.instant());
    Map<Instant, Audience> releases = new HashMap<>();
    if (date.ref().kind().isDay()) {
      context
          .dates()
          .days(date.ref(), waiting)
          .forEach(
              (day, people) ->
                  zones.forEach(
                      (zone, there) ->
                          releases.merge(
                              clock.release(day, zone), people.intersect(there), Audience::union)));
    } else {
      Map<Instant, Audience.Builder> found = new HashMap<>();
      context
          .dates()
          .instants(
              date.ref(),
              waiting,
              (member, at) ->
                  found
                      .computeIfAbsent(
                          clock.release(at, zoneOf(member, zones)), one -> Audience.builder())
                      .add(member));
      found.forEach((instant, people) -> releases.put(instant, people.build()));
    }
    releases.values().removeIf(Audience::isEmpty);
    return releases;
  }

  private static ZoneId zoneOf(int member, Map<ZoneId, Audience> zones) {
    return zones.entrySet().stream()
        .filter(zone -> zones.size() == 1 || zone.getValue().contains(member))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    new WaitCheck(check).check(settings);
  }
}
