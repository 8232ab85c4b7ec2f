package io.sluice.engine.event;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.Cells;
import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.KeyNumbers;
import io.sluice.engine.importing.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a row of an orders file says. */
final class OrderColumns {
  static final String MEMBER = "member";
  static final String ORDER = "order";
  private static final String LINE = "line";
  private static final String PRODUCT = "product";
  private static final String CATEGORY = "category";
  private static final String ITEMS = "items";
  private static final String AMOUNT = "amount";
  private static final String PRESALE = "presale";
  static final String COUPON = "coupon";
  private static final String DEDUCTION = "deduction";
  private static final int TEXT_LENGTH = 200;
  private static final int DECIMALS = 4;
  private static final int MOST_ITEMS = 1_000_000_000;

  private final Header header;
  private final ZoneId zone;
  private final boolean numbered;

  /** How often each product stood in each order, or on which line each line key of one. */
  private final KeyNumbers lines = new KeyNumbers();

  OrderColumns(Header header, ZoneId zone) {
    this.header = header;
    this.zone = zone;
    this.numbered = header.fields().contains(LINE);
  }

  static List<String> fields() {
    List<String> fields = new ArrayList<>(List.of(MEMBER, ORDER));
    for (OrderStatus status : OrderStatus.values()) {
      fields.add(status.key() + "_at");
    }
    fields.addAll(List.of(PRESALE, COUPON, DEDUCTION, LINE, PRODUCT, CATEGORY, ITEMS, AMOUNT));
    return fields;
  }

  /** What the row says, or nothing if part of it is wrong; every wrong part is added to errors. */
  Optional<OrderSaid> read(CsvRow row, List<ImportError> errors) {
    int before = errors.size();
    Cells cells = new Cells(header, row, errors);
    String order = cells.required(ORDER, Values::key);
    String member = cells.required(MEMBER, Values::key);
    Map<OrderStatus, Instant> reached = new EnumMap<>(OrderStatus.class);
    for (OrderStatus status : OrderStatus.values()) {
      Instant at = cells.optional(status.key() + "_at", text -> Values.instant(text, zone));
      if (at != null) {
        reached.put(status, at);
      }
    }
    Boolean presale = cells.optional(PRESALE, Values::flag);
    String coupon = cells.optional(COUPON, text -> Values.text(text, TEXT_LENGTH));
    BigDecimal deduction = cells.optional(DEDUCTION, OrderColumns::deduction);
    OrderRow.OrderLine line = hasLine(row) ? line(cells) : null;
    String given = numbered ? cells.optional(LINE, Values::key) : null;
    if (errors.size() > before) {
      return Optional.empty();
    }
    String key = line == null ? null : lineKey(order, given, line, row, errors);
    return errors.size() == before
        ? Optional.of(
            new OrderSaid(row, order, member, reached, presale, coupon, deduction, key, line))
        : Optional.empty();
  }

  private boolean hasLine(CsvRow row) {
    return List.of(LINE, PRODUCT, CATEGORY, ITEMS, AMOUNT).stream()
        .anyMatch(field -> header.value(row, field).isPresent());
  }

  private static OrderRow.OrderLine line(Cells cells) {
    String product = cells.optional(PRODUCT, text -> Values.text(text, TEXT_LENGTH));
    String category = cells.optional(CATEGORY, text -> Values.text(text, TEXT_LENGTH));
    Integer items = cells.optional(ITEMS, OrderColumns::items);
    BigDecimal amount = cells.required(AMOUNT, text -> Values.number(text, DECIMALS));
    return new OrderRow.OrderLine(product, category, items == null ? 1 : items, amount);
  }

  private static BigDecimal deduction(String text) {
    BigDecimal deduction = Values.number(text, DECIMALS);
    if (deduction.signum() < 0) {
      throw new BadValue("is negative; it must be what the coupon took off, 0 or more");
    }
    return deduction;
  }

  private static int items(String text) {
    int items = Values.whole(text);
    if (items < 0 || items > MOST_ITEMS) {
      throw new BadValue("is out of range; it must be 0 to " + MOST_ITEMS);
    }
    return items;
  }

  /** The given key, or the product with the number of its occurrence in the order. */
  private String lineKey(
      String order, String given, OrderRow.OrderLine line, CsvRow row, List<ImportError> errors) {
    if (given == null) {
      String product = line.product() == null ? "" : line.product();
      return product + "#" + lines.count(order + "\n" + product);
    }
    int first = lines.putIfAbsent(order + "\n" + given, (int) row.line());
    if (first != 0) {
      errors.add(
          ImportError.of(
              row,
              LINE,
              "'"
                  + given
                  + "' of this order stands on line "
                  + first
                  + " already; number the lines of an order differently"));
    }
    return given;
  }
}
