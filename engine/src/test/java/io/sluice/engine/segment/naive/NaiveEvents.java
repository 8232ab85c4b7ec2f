package io.sluice.engine.segment.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Decides conditions on the events of one person. */
final class NaiveEvents {
  private final Person person;
  private final Instant now;
  private final ZoneId zone;

  NaiveEvents(Person person, Instant now, ZoneId zone) {
    this.person = person;
    this.now = now;
    this.zone = zone;
  }

  boolean meets(JsonNode rule) {
    String metric = rule.get("events").asText();
    List<Person.Event> events = person.events.stream().filter(one -> counts(one, rule)).toList();
    if (metric.equals("done") || metric.equals("not-done")) {
      return events.isEmpty() == metric.equals("not-done");
    }
    if (metric.equals("count")) {
      return NaiveValues.number(BigDecimal.valueOf(events.size()), rule);
    }
    if (rule.has("property")) {
      return measured(metric, events, rule);
    }
    List<Instant> instants = events.stream().map(Person.Event::at).sorted().toList();
    if (instants.isEmpty()) {
      return negative(rule);
    }
    Instant wanted = metric.endsWith("first") ? instants.get(0) : instants.get(instants.size() - 1);
    return metric.startsWith("days")
        ? NaiveValues.number(BigDecimal.valueOf(Duration.between(wanted, now).toDays()), rule)
        : new NaiveValues(now, zone).instant(wanted, rule);
  }

  private boolean measured(String metric, List<Person.Event> events, JsonNode rule) {
    List<BigDecimal> numbers =
        events.stream()
            .map(event -> event.says().get(rule.get("property").asText()))
            .filter(NaiveEvents::isNumber)
            .map(BigDecimal::new)
            .sorted()
            .toList();
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (metric.equals("sum")) {
      return NaiveValues.number(sum, rule);
    }
    if (numbers.isEmpty()) {
      return negative(rule);
    }
    return NaiveValues.number(
        switch (metric) {
          case "largest" -> numbers.get(numbers.size() - 1);
          case "smallest" -> numbers.get(0);
          default -> sum.divide(BigDecimal.valueOf(numbers.size()), new MathContext(50));
        },
        rule);
  }

  private static boolean negative(JsonNode rule) {
    return List.of("is-not", "not-in").contains(rule.get("op").asText());
  }

  /** A number with a zero in front is a name. */
  private static boolean isNumber(String text) {
    return text != null && text.matches("-?(\\d|[1-9]\\d*)(\\.\\d+)?");
  }

  private boolean counts(Person.Event event, JsonNode rule) {
    JsonNode where = rule.path("where");
    boolean counts =
        NaiveOrders.named(rule.get("type"), event.type())
            && about(where, event, "product")
            && about(where, event, "category")
            && !event.at().isAfter(now)
            && new NaiveWindow(now, zone).holds(event.at(), rule.path("window"));
    for (JsonNode property : NaiveRule.all(where.path("properties"))) {
      counts &= says(event, property);
    }
    return counts;
  }

  private static boolean about(JsonNode where, Person.Event event, String field) {
    return !where.has(field)
        || event.about().containsKey(field)
            && NaiveOrders.named(where.get(field), event.about().get(field));
  }

  private boolean says(Person.Event event, JsonNode property) {
    String value = event.says().get(property.get("property").asText());
    JsonNode wanted = property.path("value");
    boolean number = wanted.isNumber() || wanted.path(0).isNumber();
    return new NaiveValues(now, zone)
        .text(number && !isNumber(value) ? null : value, number ? "number" : "text", property);
  }
}
