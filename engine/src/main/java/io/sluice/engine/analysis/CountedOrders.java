package io.sluice.engine.analysis;

import static io.sluice.engine.event.OrderTables.*;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads orders once for all that is to be counted of them, row by row. */
@Repository
class CountedOrders {
  private static final int ROWS_AT_ONCE = 10_000;
  private static final Field<Instant> PAID = reachedAt(OrderStatus.PAID);
  private static final Field<Instant> PLACED = reachedAt(OrderStatus.PLACED);

  private final DSLContext db;
  private final TransactionTemplate snapshot;

  CountedOrders(DSLContext db, PlatformTransactionManager transactions) {
    this.db = db;
    // PostgreSQL hands rows out bit by bit in a transaction only.
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
  }

  /**
   * Adds all orders to the tallies that want them.
   *
   * @param asOf what was paid from then on is not paid yet
   */
  void addTo(WorkspaceId workspace, List<Tally> tallies, Instant asOf) {
    Map<OrderScope, List<Tally>> byScope =
        tallies.stream()
            .filter(tally -> !tally.parts().isEmpty())
            .collect(Collectors.groupingBy(Tally::scope));
    snapshot.executeWithoutResult(
        status -> byScope.forEach((scope, wanting) -> add(workspace, scope, wanting, asOf)));
  }

  private void add(WorkspaceId workspace, OrderScope scope, List<Tally> tallies, Instant asOf) {
    List<Part> parts = tallies.stream().flatMap(tally -> tally.parts().stream()).toList();
    Instant from = parts.stream().map(Part::from).min(Comparator.naturalOrder()).orElseThrow();
    Instant to = parts.stream().map(Part::to).max(Comparator.naturalOrder()).orElseThrow();
    if (!from.isBefore(to)) {
      return;
    }
    Condition meant = inScope(workspace, scope);
    forEach(
        paid(workspace, scope, meant.and(PAID.ge(from)).and(PAID.lt(to))),
        row ->
            tallies.forEach(
                tally ->
                    tally.paid(
                        (Integer) row.get(0),
                        (Instant) row.get(1),
                        ((Number) row.get(2)).longValue(),
                        (BigDecimal) row.get(3))));
    forEach(
        db.select(MEMBER, PLACED)
            .from(ORDERS)
            .where(meant, PLACED.ge(from), PLACED.lt(to), PAID.isNull().or(PAID.ge(asOf))),
        row -> tallies.forEach(tally -> tally.placed((Integer) row.get(0), (Instant) row.get(1))));
  }

  /** What some people paid in a window, by member: of a page of a list. */
  Map<Integer, Sales> of(
      WorkspaceId workspace, OrderScope scope, List<Part> parts, List<Integer> members) {
    Map<Integer, Tally> tallies =
        members.stream()
            .collect(Collectors.toMap(member -> member, member -> new Tally(scope, parts)));
    if (!parts.isEmpty()) {
      forEach(
          paid(
              workspace,
              scope,
              inScope(workspace, scope).and(MEMBER.in(members)).and(PAID.isNotNull())),
          row ->
              tallies
                  .get((Integer) row.get(0))
                  .paid(
                      (Integer) row.get(0),
                      (Instant) row.get(1),
                      ((Number) row.get(2)).longValue(),
                      (BigDecimal) row.get(3)));
    }
    return tallies.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sales()));
  }

  private ResultQuery<?> paid(WorkspaceId workspace, OrderScope scope, Condition matches) {
    if (!scope.byLine()) {
      return db.select(MEMBER, PAID, ITEMS, AMOUNT).from(ORDERS).where(matches);
    }
    return db.select(MEMBER, PAID, sum(LINE_ITEMS), sum(LINE_AMOUNT))
        .from(ORDERS)
        .join(LINE)
        .on(lines(workspace, scope))
        .where(matches)
        .groupBy(ID, MEMBER, PAID);
  }

  private static Condition inScope(WorkspaceId workspace, OrderScope scope) {
    Condition condition = WORKSPACE.eq(workspace.value());
    if (scope.presaleOnly()) {
      condition = condition.and(PRESALE.isTrue());
    }
    return scope.byLine()
        ? condition.and(DSL.exists(DSL.selectOne().from(LINE).where(lines(workspace, scope))))
        : condition;
  }

  private static Condition lines(WorkspaceId workspace, OrderScope scope) {
    return LINE_WORKSPACE
        .eq(workspace.value())
        .and(LINE_ORDER.eq(ID))
        .and(PRODUCT.in(scope.products()).or(CATEGORY.in(scope.categories())));
  }

  private static void forEach(ResultQuery<?> query, Consumer<Record> action) {
    try (Cursor<?> cursor = query.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
      cursor.forEach(action);
    }
  }
}
