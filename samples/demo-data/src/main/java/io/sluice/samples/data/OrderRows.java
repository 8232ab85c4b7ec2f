package io.sluice.samples.data;

import static io.sluice.samples.data.Column.big;
import static io.sluice.samples.data.Column.decimal;
import static io.sluice.samples.data.Column.instant;
import static io.sluice.samples.data.Column.integer;
import static io.sluice.samples.data.Column.text;

import java.util.List;

/** The rows of orders and of their lines. */
record OrderRows(DemoPeople people, int workspace) {
  /** How many orders there are; their ids count from 0. */
  long count() {
    long count = 0;
    for (int i = 0; i < people.count(); i++) {
      count += people.orders(i).size();
    }
    return count;
  }

  BulkTable orders() {
    return new BulkTable(
        "orders",
        List.of(
            integer("workspace_id"),
            big("id"),
            text("order_key"),
            integer("member_id"),
            Column.flag("presale"),
            instant("placed_at"),
            instant("paid_at"),
            instant("shipped_at"),
            instant("confirmed_at"),
            instant("refunded_at"),
            big("items"),
            decimal("amount")),
        sink -> {
          long id = 0;
          for (int i = 0; i < people.count(); i++) {
            for (Order order : people.orders(i)) {
              write(id++, i, order, sink);
            }
          }
        });
  }

  private void write(long id, int member, Order order, BulkTable.Sink sink) {
    sink.row(
        workspace,
        id,
        key(id),
        member,
        order.presale(),
        order.placedAt(),
        order.paidAt(),
        order.shippedAt(),
        order.confirmedAt(),
        order.refundedAt(),
        (long) order.items(),
        order.amount());
  }

  private static String key(long id) {
    return "O" + (100_000_000 + id);
  }

  BulkTable lines() {
    return new BulkTable(
        "order_line",
        List.of(
            integer("workspace_id"),
            big("order_id"),
            text("line_key"),
            text("product"),
            text("category"),
            big("items"),
            decimal("amount")),
        sink -> {
          long id = 0;
          for (int i = 0; i < people.count(); i++) {
            for (Order order : people.orders(i)) {
              writeLines(id++, order, sink);
            }
          }
        });
  }

  private void writeLines(long id, Order order, BulkTable.Sink sink) {
    int number = 1;
    for (Order.Line line : order.lines()) {
      sink.row(
          workspace,
          id,
          Integer.toString(number++),
          line.product(),
          line.category(),
          (long) line.items(),
          line.amount());
    }
  }
}
