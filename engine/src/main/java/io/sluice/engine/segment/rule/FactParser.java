package io.sluice.engine.segment.rule;

import static io.sluice.engine.segment.rule.RuleTree.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.member.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads conditions on orders and on events. */
final class FactParser {
  /** Metrics over a property of events. */
  private static final Set<FactMetric> MEASURING =
      EnumSet.of(FactMetric.SUM, FactMetric.AVERAGE, FactMetric.LARGEST, FactMetric.SMALLEST);

  private static final String DONE = "done";
  private static final String NOT_DONE = "not-done";
  private static final ValueTest AT_LEAST_ONE =
      new ValueTest.Range(new ValueTest.Bound(BigDecimal.ONE, true), null);

  private final Set<String> nodes;

  /** A parser for rules of a node with these before it. */
  FactParser(Set<String> nodes) {
    this.nodes = nodes;
  }

  Optional<RuleTree> orders(JsonFields fields) {
    List<String> names = Arrays.stream(FactMetric.values()).map(FactMetric::key).toList();
    Optional<FactMetric> metric = fields.named("orders", FactMetric::of, names);
    if (metric.isEmpty()) {
      fields.passOver("op", "value");
    }
    Window window = window(fields);
    OrderFilter filter = orderFilter(fields);
    return metric.flatMap(m -> metric(fields, m, window, filter));
  }

  Optional<RuleTree> events(JsonFields fields) {
    Optional<String> name = fields.named("events", FactParser::eventMetric, eventMetrics());
    Optional<FactMetric> metric = name.flatMap(FactMetric::of);
    Optional<List<String>> types = fields.requiredTexts("type");
    Optional<String> measured =
        metric.filter(MEASURING::contains).flatMap(m -> fields.text("property"));
    Window window = window(fields);
    EventFilter filter = eventFilter(fields, types.orElse(List.of()), measured);
    if (name.isEmpty() || types.isEmpty()) {
      fields.passOver("op", "value", "property");
      return Optional.empty();
    }
    if (metric.isPresent()) {
      return metric(fields, metric.get(), window, filter);
    }
    RuleTree done =
        new RuleTree.Leaf(new Condition.Facts(FactMetric.COUNT, AT_LEAST_ONE, window, filter));
    return Optional.of(name.get().equals(NOT_DONE) ? not(done) : done);
  }

  private static List<String> eventMetrics() {
    List<String> names = new ArrayList<>(List.of(DONE, NOT_DONE));
    Arrays.stream(FactMetric.values())
        .filter(metric -> metric != FactMetric.ITEMS)
        .forEach(metric -> names.add(metric.key()));
    return names;
  }

  private static Optional<String> eventMetric(String name) {
    return eventMetrics().contains(name) ? Optional.of(name) : Optional.empty();
  }

  private Window window(JsonFields fields) {
    return WindowParser.parse(fields, nodes).orElse(Window.ALWAYS);
  }

  private static Optional<RuleTree> metric(
      JsonFields fields, FactMetric metric, Window window, FactFilter filter) {
    return new ValueTestParser(metric.type(), List.of())
        .withoutMissing()
        .parse(fields)
        .map(parsed -> parsed.leaf(test -> new Condition.Facts(metric, test, window, filter)));
  }

  private static OrderFilter orderFilter(JsonFields fields) {
    return fields
        .object("where")
        .map(
            where -> {
              List<String> names =
                  Arrays.stream(OrderStatus.values()).map(OrderStatus::key).toList();
              OrderStatus status =
                  where.has("status")
                      ? where.named("status", OrderStatus::of, names).orElse(OrderStatus.PAID)
                      : OrderStatus.PAID;
              Set<String> products = set(where.texts("product"));
              Set<String> categories = set(where.texts("category"));
              Optional<Boolean> presale = where.flag("presale");
              where.refuseOthers();
              return new OrderFilter(status, products, categories, presale);
            })
        .orElse(OrderFilter.PAID);
  }

  private static EventFilter eventFilter(
      JsonFields fields, List<String> types, Optional<String> measured) {
    Set<String> kinds = new HashSet<>(types);
    return fields
        .object("where")
        .map(
            where -> {
              Set<String> products = set(where.texts("product"));
              Set<String> categories = set(where.texts("category"));
              List<EventFilter.Property> properties =
                  where.objects("properties").stream()
                      .flatMap(property -> property(property).stream())
                      .toList();
              where.refuseOthers();
              return new EventFilter(kinds, products, categories, properties, measured);
            })
        .orElseGet(() -> new EventFilter(kinds, Set.of(), Set.of(), List.of(), measured));
  }

  /** A test with numbers reads the property as a number, any other as a text. */
  private static Optional<EventFilter.Property> property(JsonFields fields) {
    Optional<String> name = fields.text("property");
    boolean number =
        fields
            .node("value")
            .map(value -> value.isArray() && !value.isEmpty() ? value.get(0) : value)
            .filter(JsonNode::isNumber)
            .isPresent();
    Optional<ValueTestParser.Parsed> test =
        new ValueTestParser(number ? FieldType.NUMBER : FieldType.TEXT, List.of()).parse(fields);
    fields.refuseOthers();
    return name.flatMap(
        n -> test.map(t -> new EventFilter.Property(n, number, t.test(), t.negated())));
  }

  private static Set<String> set(Optional<List<String>> texts) {
    return new HashSet<>(texts.orElse(List.of()));
  }
}
