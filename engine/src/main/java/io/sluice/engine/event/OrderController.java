package io.sluice.engine.event;

import static io.sluice.engine.event.OrderTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
  private final DSLContext db;

  OrderController(DSLContext db) {
    this.db = db;
  }

  /** The totals of all paid orders. */
  @Operation(summary = "The number of orders, members with orders and the amount")
  @GetMapping("/api/workspaces/{workspace}/orders/summary")
  Summary summary(@PathVariable Workspace workspace) {
    return db.select(
            countDistinct(MEMBER),
            count(),
            coalesce(sum(ITEMS), inline(BigDecimal.ZERO)),
            coalesce(sum(AMOUNT), inline(BigDecimal.ZERO)))
        .from(ORDERS)
        .where(WORKSPACE.eq(workspace.id().value()), reachedAt(OrderStatus.PAID).isNotNull())
        .fetchSingle(
            row ->
                new Summary(
                    row.value1(),
                    row.value2(),
                    row.value3().longValueExact(),
                    plain(row.value4())));
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }

  /**
   * Totals of orders.
   *
   * @param members those who have an order
   */
  record Summary(int members, int orders, long items, BigDecimal amount) {}
}
