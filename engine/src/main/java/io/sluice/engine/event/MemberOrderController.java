package io.sluice.engine.event;

import static io.sluice.engine.event.OrderTables.KEY;
import static io.sluice.engine.event.OrderTables.MEMBER;
import static io.sluice.engine.event.OrderTables.ORDERS;
import static io.sluice.engine.event.OrderTables.WORKSPACE;
import static io.sluice.engine.event.OrderTables.reachedAt;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the orders of single members. */
@RestController
class MemberOrderController {
  private static final int MOST = 200;

  private final DSLContext db;
  private final OrderRows rows;
  private final MemberPages members;

  MemberOrderController(DSLContext db, OrderRows rows, MemberPages members) {
    this.db = db;
    this.rows = rows;
    this.members = members;
  }

  @Operation(summary = "The orders of a member with their lines, the last first, at most 200")
  @GetMapping("/api/workspaces/{workspace}/members/{member}/orders")
  List<Order> ofMember(@PathVariable Workspace workspace, @PathVariable String member) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    List<String> keys =
        db.select(KEY)
            .from(ORDERS)
            .where(WORKSPACE.eq(workspace.id().value()), MEMBER.eq(id))
            .orderBy(
                coalesce(
                        reachedAt(OrderStatus.PLACED),
                        reachedAt(OrderStatus.PAID),
                        reachedAt(OrderStatus.SHIPPED),
                        reachedAt(OrderStatus.CONFIRMED),
                        reachedAt(OrderStatus.REFUNDED))
                    .desc(),
                KEY)
            .limit(inline(MOST))
            .fetch(KEY);
    Map<String, OrderRow> found = rows.byKey(workspace.id(), keys);
    return keys.stream().map(found::get).map(Order::of).toList();
  }

  /**
   * An order as the world sees it.
   *
   * @param reached when it reached each status, by the name of the status
   */
  record Order(
      String order,
      boolean presale,
      Map<String, Instant> reached,
      long items,
      BigDecimal amount,
      List<Line> lines) {
    static Order of(OrderRow row) {
      Map<String, Instant> reached = new LinkedHashMap<>();
      row.reached.forEach((status, at) -> reached.put(status.key(), at));
      return new Order(
          row.key,
          row.presale,
          reached,
          row.items(),
          row.amount(),
          row.lines.values().stream()
              .map(line -> new Line(line.product(), line.category(), line.items(), line.amount()))
              .toList());
    }
  }

  /** A line of an order. */
  record Line(String product, String category, long items, BigDecimal amount) {}
}
