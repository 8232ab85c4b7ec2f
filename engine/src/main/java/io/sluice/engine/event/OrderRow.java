package io.sluice.engine.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** An order while rows are written: as it is stored, with what the rows say laid over it. */
final class OrderRow {
  final String key;

  /** The number it is stored under; 0 for a new order. */
  long id;

  /** The member's number, where the member is stored. */
  Integer member;

  /** The member's key, where the order is new. */
  String memberKey;

  boolean presale;
  boolean changed;
  final Map<OrderStatus, Instant> reached = new EnumMap<>(OrderStatus.class);
  final Map<String, OrderLine> lines = new LinkedHashMap<>();
  final Map<String, OrderLine> newLines = new LinkedHashMap<>();
  final Map<String, OrderLine> changedLines = new LinkedHashMap<>();

  OrderRow(String key) {
    this.key = key;
  }

  /** A line of an order. */
  record OrderLine(String product, String category, long items, BigDecimal amount) {}

  /** Lays what a row says about the order over it; says whether that is news. */
  boolean say(Map<OrderStatus, Instant> said, Boolean saidPresale) {
    boolean news = false;
    for (Map.Entry<OrderStatus, Instant> status : said.entrySet()) {
      news |= !status.getValue().equals(reached.put(status.getKey(), status.getValue()));
    }
    if (saidPresale != null && saidPresale != presale) {
      presale = saidPresale;
      news = true;
    }
    changed |= news;
    return news;
  }

  /** Lays a line over the order; returns the line that was there, or null. */
  OrderLine say(String lineKey, OrderLine line) {
    OrderLine before = lines.put(lineKey, line);
    if (!line.equals(before)) {
      changed = true;
      (before == null || newLines.containsKey(lineKey) ? newLines : changedLines)
          .put(lineKey, line);
    }
    return before;
  }

  /** The order as it is once it is written. */
  OrdersWritten.Order written() {
    return new OrdersWritten.Order(id, key, member, amount(), reached);
  }

  Instant first() {
    return reached.values().stream().min(Instant::compareTo).orElseThrow();
  }

  long items() {
    return lines.values().stream().mapToLong(OrderLine::items).sum();
  }

  BigDecimal amount() {
    return lines.values().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
