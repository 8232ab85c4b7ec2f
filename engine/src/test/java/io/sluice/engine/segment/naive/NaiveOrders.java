package io.sluice.engine.segment.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
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
          && new NaiveWindow(now, zone).holds(at, rule.path("window"))
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

  static boolean named(JsonNode names, String name) {
    return names.isMissingNode()
        || names.asText().equals(name)
        || NaiveRule.all(names).stream().anyMatch(one -> one.asText().equals(name));
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
