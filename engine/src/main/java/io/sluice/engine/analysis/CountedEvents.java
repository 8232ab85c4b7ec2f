package io.sluice.engine.analysis;

import static io.sluice.engine.event.EventTables.*;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the events that tell of an intent to buy, row by row. */
@Repository
class CountedEvents {
  private static final int ROWS_AT_ONCE = 10_000;

  private final DSLContext db;
  private final TransactionTemplate snapshot;

  CountedEvents(DSLContext db, PlatformTransactionManager transactions) {
    this.db = db;
    // PostgreSQL hands rows out bit by bit in a transaction only.
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
  }

  /** Adds all such events to the tallies that want them. */
  void addTo(WorkspaceId workspace, List<Tally> tallies) {
    Map<OrderScope, List<Tally>> byScope =
        tallies.stream()
            .filter(tally -> !tally.parts().isEmpty())
            .collect(Collectors.groupingBy(Tally::scope));
    snapshot.executeWithoutResult(
        status -> byScope.forEach((scope, wanting) -> add(workspace, scope, wanting)));
  }

  private void add(WorkspaceId workspace, OrderScope scope, List<Tally> tallies) {
    List<Part> parts = tallies.stream().flatMap(tally -> tally.parts().stream()).toList();
    Instant from = parts.stream().map(Part::from).min(Comparator.naturalOrder()).orElseThrow();
    Instant to = parts.stream().map(Part::to).max(Comparator.naturalOrder()).orElseThrow();
    Condition meant =
        WORKSPACE
            .eq(workspace.value())
            .and(TYPE.in(IntentTally.TYPES))
            .and(AT.ge(from))
            .and(AT.lt(to));
    if (scope.byLine()) {
      meant = meant.and(PRODUCT.in(scope.products()).or(CATEGORY.in(scope.categories())));
    }
    try (Cursor<Record3<Integer, Instant, String>> cursor =
        db.select(MEMBER, AT, TYPE).from(EVENT).where(meant).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
      cursor.forEach(
          row -> tallies.forEach(tally -> tally.showed(row.value1(), row.value2(), row.value3())));
    }
  }
}
