package io.sluice.engine.segment.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides conditions on the orders of one person. */
final class NaiveOrders {
  private final Person person;
  private final Instant now;
  private final ZoneId zone;

  NaiveOrders(Person person, Instant now, ZoneId zone) {
    this.person = person;
    this.now = now;
    this.zone = zone;
  }

  private record Counted(Instant at, long items, BigDecimal amount) {}

  boolean meets(JsonNode rule) {
    List<Counted> orders = counted(rule);
    String metric = rule.get("orders").asText();
    BigDecimal sum = orders.stream().map(Counted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    long items = orders.stream().mapToLong(Counted::items).sum();
    boolean sums = List.of("count", "sum", "items").contains(metric);
    if (orders.isEmpty() && !sums) {
      String op = rule.get("op").asText();
      return op.equals("is-not") || op.equals("not-in");
    }
    return switch (metric) {
      case "count" -> NaiveValues.number(BigDecimal.valueOf(orders.size()), rule);
      case "sum" -> NaiveValues.number(sum, rule);
      case "items" -> NaiveValues.number(BigDecimal.valueOf(items), rule);
      case "average" -> average(sum, orders.size(), rule);
      case "largest" -> NaiveValues.number(amounts(orders).get(orders.size() - 1), rule);
      case "smallest" -> NaiveValues.number(amounts(orders).get(0), rule);
      case "first" -> new NaiveValues(now, zone).instant(instants(orders).get(0), rule);
      case "last" ->
          new NaiveValues(now, zone).instant(instants(orders).get(orders.size() - 1), rule);
      case "days-since-first" -> NaiveValues.number(days(instants(orders).get(0)), rule);
      case "days-since-last" ->
          NaiveValues.number(days(instants(orders).get(orders.size() - 1)), rule);
      default -> throw new IllegalArgumentException(metric);
    };
  }

  /** Fifty digits tell any two averages of a test apart from the values they are compared with. */
  private static boolean average(BigDecimal sum, int count, JsonNode rule) {
    return NaiveValues.number(
        sum.divide(BigDecimal.valueOf(count), new MathContext(50)).stripTrailingZeros(), rule);
  }

  private static List<BigDecimal> amounts(List<Counted> orders) {
    return orders.stream().map(Counted::amount).sorted().toList();
  }

  private static List<Instant> instants(List<Counted> orders) {
    return orders.stream().map(Counted::at).sorted().toList();
  }

  private BigDecimal days(Instant at) {
    return BigDecimal.valueOf(Duration.between(at, now).toDays());
  }

  private List<Counted> counted(JsonNode rule) {
    JsonNode where = rule.path("where");
    String status = where.path("status").asText("paid");
    List<Counted> counted = new ArrayList<>();
    for (Person.Order order : person.orders) {
      Instant at = order.reached().get(status);
      List<Person.Line> lines =
          order.lines().stream()
              .filter(line -> named(where.path("product"), line.product()))
              .filter(line -> named(where.path("category"), line.category()))
              .toList();
      if (at != null
          && !at.isAfter(now)
          && !lines.isEmpty()
          && within(at, rule.path("window"))
          && (!where.has("presale") || where.get("presale").asBoolean() == order.presale())) {
        counted.add(
            new Counted(
                at,
                lines.stream().mapToLong(Person.Line::items).sum(),
                lines.stream().map(Person.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
      }
    }
    return counted;
  }

  private static boolean named(JsonNode names, String name) {
    return names.isMissingNode()
        || names.asText().equals(name)
        || NaiveRule.all(names).stream().anyMatch(one -> one.asText().equals(name));
  }

  private boolean within(Instant at, JsonNode window) {
    if (window.has("last")) {
      String last = window.get("last").asText();
      Duration length = last.equals("P2W") ? Duration.ofDays(14) : Duration.parse(last);
      return at.isAfter(now.minus(length));
    }
    if (window.has("calendar")) {
      return calendar(at.atZone(zone).toLocalDate(), window.get("calendar").asText());
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    String from = window.path("from").asText("0001-01-01");
    String to = window.path("to").asText("9999-01-01");
    boolean started =
        from.contains("T")
            ? !at.isBefore(Instant.parse(from))
            : !day.isBefore(LocalDate.parse(from));
    return started
        && (to.contains("T") ? at.isBefore(Instant.parse(to)) : !day.isAfter(LocalDate.parse(to)));
  }

  private boolean calendar(LocalDate day, String period) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate monday = today.with(DayOfWeek.MONDAY);
    int quarter = (today.getMonthValue() - 1) / 3;
    return switch (period) {
      case "today" -> day.equals(today);
      case "yesterday" -> day.equals(today.minusDays(1));
      case "this-week" -> day.with(DayOfWeek.MONDAY).equals(monday);
      case "last-week" -> day.with(DayOfWeek.MONDAY).equals(monday.minusWeeks(1));
      case "this-month" -> months(day) == months(today);
      case "last-month" -> months(day) == months(today) - 1;
      case "this-quarter" -> months(day) / 3 == months(today) / 3;
      case "last-quarter" -> months(day) / 3 == months(today) / 3 - 1;
      case "this-year" -> day.getYear() == today.getYear();
      case "last-year" -> day.getYear() == today.getYear() - 1;
      default -> throw new IllegalArgumentException(period + quarter);
    };
  }

  private static int months(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  /** The two stages at which the person is. */
  List<String> stages() {
    boolean isNew = person.registered.isAfter(now.atZone(zone).minusMonths(1).toInstant());
    Instant last =
        person.orders.stream()
            .map(order -> order.reached().get("paid"))
            .filter(at -> at != null && !at.isAfter(now))
            .max(Comparator.naturalOrder())
            .orElse(null);
    return List.of(isNew ? "new" : "old", last == null ? "not-activated" : stage(last));
  }

  private String stage(Instant last) {
    long days = Duration.between(last, now).toDays();
    return days <= 90
        ? "active"
        : days <= 180
            ? "silent"
            : days <= 270
                ? "sleeping"
                : days <= 365 ? "about-to-churn" : days <= 730 ? "churned" : "long-gone";
  }
}
