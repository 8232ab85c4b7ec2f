package io.sluice.engine.event;

import static io.sluice.engine.event.OrderTables.*;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Reads and writes the rows of orders in the caller's transaction. */
@Repository
class OrderRows {
  private static final OrderStatus[] STATUSES = OrderStatus.values();

  private final DSLContext db;
  private final BulkInsert bulk;

  OrderRows(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /** The orders of those keys with all their lines, by key. */
  Map<String, OrderRow> byKey(WorkspaceId workspace, Collection<String> keys) {
    List<Field<?>> fields = new ArrayList<>(List.of(ID, KEY, MEMBER, PRESALE));
    for (OrderStatus status : STATUSES) {
      fields.add(reachedAt(status));
    }
    Map<Long, OrderRow> byId = new HashMap<>();
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    db.select(fields)
        .from(wanted.table())
        .join(ORDERS)
        .on(WORKSPACE.eq(workspace.value()), KEY.eq(wanted.value()))
        .forEach(row -> byId.put(row.get(ID), order(row)));
    if (!byId.isEmpty()) {
      ValueTable<Long> ids = ValueTable.ofLongs(byId.keySet());
      db.select(LINE_ORDER, LINE_KEY, PRODUCT, CATEGORY, LINE_ITEMS, LINE_AMOUNT)
          .from(ids.table())
          .join(LINE)
          .on(LINE_WORKSPACE.eq(workspace.value()), LINE_ORDER.eq(ids.value()))
          .forEach(row -> byId.get(row.get(LINE_ORDER)).lines.put(row.get(LINE_KEY), line(row)));
    }
    Map<String, OrderRow> byKey = new HashMap<>();
    byId.values().forEach(order -> byKey.put(order.key, order));
    return byKey;
  }

  private static OrderRow order(Record row) {
    OrderRow order = new OrderRow(row.get(KEY));
    order.id = row.get(ID);
    order.member = row.get(MEMBER);
    order.presale = row.get(PRESALE);
    for (OrderStatus status : STATUSES) {
      if (row.get(reachedAt(status)) != null) {
        order.reached.put(status, row.get(reachedAt(status)));
      }
    }
    return order;
  }

  private static OrderRow.OrderLine line(Record row) {
    BigDecimal amount = row.get(LINE_AMOUNT).stripTrailingZeros();
    return new OrderRow.OrderLine(
        row.get(PRODUCT),
        row.get(CATEGORY),
        row.get(LINE_ITEMS),
        amount.scale() < 0 ? amount.setScale(0) : amount);
  }

  void insert(WorkspaceId workspace, Collection<OrderRow> orders) {
    List<Field<?>> fields =
        new ArrayList<>(List.of(WORKSPACE, ID, KEY, MEMBER, PRESALE, ITEMS, AMOUNT));
    for (OrderStatus status : STATUSES) {
      fields.add(reachedAt(status));
    }
    List<Object[]> rows = new ArrayList<>();
    for (OrderRow order : orders) {
      List<Object> row = new ArrayList<>();
      row.add(workspace.value());
      row.add(order.id);
      row.add(order.key);
      row.add(order.member);
      row.addAll(columns(order));
      rows.add(row.toArray());
    }
    bulk.insert(ORDERS, fields, rows);
  }

  private static List<Object> columns(OrderRow order) {
    List<Object> values = new ArrayList<>();
    values.add(order.presale);
    values.add(order.items());
    values.add(order.amount());
    for (OrderStatus status : STATUSES) {
      values.add(order.reached.get(status));
    }
    return values;
  }

  void update(WorkspaceId workspace, Collection<OrderRow> orders) {
    if (orders.isEmpty()) {
      return;
    }
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(PRESALE, null);
    columns.put(ITEMS, null);
    columns.put(AMOUNT, null);
    for (OrderStatus status : STATUSES) {
      columns.put(reachedAt(status), null);
    }
    BatchBindStep batch =
        db.batch(
            db.update(ORDERS).set(columns).where(WORKSPACE.eq((Integer) null), ID.eq((Long) null)));
    for (OrderRow order : orders) {
      List<Object> values = columns(order);
      values.add(workspace.value());
      values.add(order.id);
      batch = batch.bind(values.toArray());
    }
    batch.execute();
  }

  /** Inserts the new lines of orders, and writes the changed ones. */
  void writeLines(WorkspaceId workspace, Collection<OrderRow> orders) {
    List<Object[]> added = new ArrayList<>();
    BatchBindStep changed =
        db.batch(
            db.update(LINE)
                .set(PRODUCT, (String) null)
                .set(CATEGORY, (String) null)
                .set(LINE_ITEMS, (Long) null)
                .set(LINE_AMOUNT, (BigDecimal) null)
                .where(
                    LINE_WORKSPACE.eq((Integer) null),
                    LINE_ORDER.eq((Long) null),
                    LINE_KEY.eq((String) null)));
    for (OrderRow order : orders) {
      order.newLines.forEach(
          (key, line) ->
              added.add(
                  new Object[] {
                    workspace.value(),
                    order.id,
                    key,
                    line.product(),
                    line.category(),
                    line.items(),
                    line.amount()
                  }));
      for (Map.Entry<String, OrderRow.OrderLine> change : order.changedLines.entrySet()) {
        OrderRow.OrderLine line = change.getValue();
        changed =
            changed.bind(
                line.product(),
                line.category(),
                line.items(),
                line.amount(),
                workspace.value(),
                order.id,
                change.getKey());
      }
    }
    bulk.insert(
        LINE,
        List.of(LINE_WORKSPACE, LINE_ORDER, LINE_KEY, PRODUCT, CATEGORY, LINE_ITEMS, LINE_AMOUNT),
        added);
    if (changed.size() > 0) {
      changed.execute();
    }
  }
}
