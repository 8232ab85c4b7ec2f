package io.sluice.engine.event;

import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.member.MemberKeys;
import io.sluice.engine.member.OrderingMembers;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes orders, many at once. What is as it was said to be is left alone. */
@Component
class OrderWriter {
  private final Workspaces workspaces;
  private final MemberKeys keys;
  private final OrderingMembers members;
  private final OrderRows orders;
  private final ApplicationEventPublisher events;
  private final OrderCoupons coupons;

  OrderWriter(
      Workspaces workspaces,
      MemberKeys keys,
      OrderingMembers members,
      OrderRows orders,
      ApplicationEventPublisher events,
      OrderCoupons coupons) {
    this.workspaces = workspaces;
    this.keys = keys;
    this.members = members;
    this.orders = orders;
    this.events = events;
    this.coupons = coupons;
  }

  /**
   * Writes rows in the caller's transaction; orders of unknown members make them, or are errors.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RowWriter.Result write(WorkspaceId workspace, List<OrderSaid> rows, boolean makeMembers) {
    Set<String> codes = codes(rows);
    if (!codes.isEmpty()) {
      coupons.lock(workspace, codes);
    }
    workspaces.lock(workspace);
    Map<String, OrderRow> known =
        orders.byKey(workspace, rows.stream().map(OrderSaid::order).distinct().toList());
    Map<String, Integer> ids =
        keys.ids(workspace, rows.stream().map(OrderSaid::member).distinct().toList());
    Map<String, OrderRow> touched = new LinkedHashMap<>();
    List<ImportError> errors = new ArrayList<>();
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    for (OrderSaid said : rows) {
      OrderRow order =
          touched.getOrDefault(
              said.order(), known.getOrDefault(said.order(), new OrderRow(said.order())));
      Optional<ImportError> wrong = wrong(said, order, ids, makeMembers);
      if (wrong.isPresent()) {
        errors.add(wrong.get());
        continue;
      }
      touched.put(order.key, order);
      switch (say(said, order, ids)) {
        case CREATED -> created++;
        case UPDATED -> updated++;
        case UNCHANGED -> unchanged++;
      }
    }
    store(workspace, touched.values().stream().filter(order -> order.changed).toList());
    errors.addAll(useCoupons(workspace, rows, touched));
    return new RowWriter.Result(created, updated, unchanged, errors);
  }

  private static Set<String> codes(List<OrderSaid> rows) {
    return rows.stream()
        .map(OrderSaid::coupon)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What is wrong with the coupons of orders that were written; the orders stay all the same. */
  private List<ImportError> useCoupons(
      WorkspaceId workspace, List<OrderSaid> rows, Map<String, OrderRow> written) {
    Map<List<String>, OrderSaid> paidWith = new LinkedHashMap<>();
    for (OrderSaid said : rows) {
      if (said.coupon() != null && written.containsKey(said.order())) {
        paidWith.putIfAbsent(List.of(said.order(), said.coupon()), said);
      }
    }
    if (paidWith.isEmpty()) {
      return List.of();
    }
    List<OrderSaid> said = List.copyOf(paidWith.values());
    List<Optional<String>> wrong =
        coupons.use(
            workspace, said.stream().map(one -> use(one, written.get(one.order()))).toList());
    List<ImportError> errors = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      OrderSaid one = said.get(i);
      wrong
          .get(i)
          .ifPresent(
              what ->
                  errors.add(
                      ImportError.of(
                          one.row(), OrderColumns.COUPON, what + "; the order was kept")));
    }
    return errors;
  }

  private static OrderCoupons.Use use(OrderSaid said, OrderRow order) {
    return new OrderCoupons.Use(
        said.coupon(),
        order.key,
        order.member,
        order.amount(),
        order.lines.values().stream()
            .map(OrderRow.OrderLine::product)
            .filter(Objects::nonNull)
            .toList(),
        order.first(),
        Optional.ofNullable(said.deduction()));
  }

  private enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  private static Optional<ImportError> wrong(
      OrderSaid said, OrderRow order, Map<String, Integer> ids, boolean makeMembers) {
    Integer member = ids.get(said.member());
    if (member == null && !makeMembers) {
      return Optional.of(
          ImportError.of(
              said.row(),
              OrderColumns.MEMBER,
              "There is no member '"
                  + said.member()
                  + "'; import the member first, or make members from orders by the option"
                  + " 'createMembers'"));
    }
    boolean others =
        order.id != 0
            ? !order.member.equals(member)
            : order.memberKey != null && !order.memberKey.equals(said.member());
    if (others) {
      return Optional.of(
          ImportError.of(
              said.row(),
              OrderColumns.ORDER,
              "Order '"
                  + said.order()
                  + "' belongs to another member; correct the member or the"
                  + " order"));
    }
    if (order.reached.isEmpty() && said.reached().isEmpty()) {
      return Optional.of(
          ImportError.of(
              said.row(), "paid_at", "The order has no instant; fill in 'paid_at' or 'placed_at'"));
    }
    return Optional.empty();
  }

  private static Outcome say(OrderSaid said, OrderRow order, Map<String, Integer> ids) {
    boolean isNew = order.id == 0 && order.memberKey == null;
    order.member = ids.get(said.member());
    order.memberKey = said.member();
    boolean news = order.say(said.reached(), said.presale());
    if (said.line() == null) {
      return isNew ? Outcome.CREATED : news ? Outcome.UPDATED : Outcome.UNCHANGED;
    }
    OrderRow.OrderLine before = order.say(said.lineKey(), said.line());
    if (before == null) {
      return Outcome.CREATED;
    }
    return news || !before.equals(said.line()) ? Outcome.UPDATED : Outcome.UNCHANGED;
  }

  private void store(WorkspaceId workspace, List<OrderRow> changed) {
    if (changed.isEmpty()) {
      return;
    }
    placeMembers(workspace, changed);
    List<OrderRow> added = changed.stream().filter(order -> order.id == 0).toList();
    List<OrderRow> known = changed.stream().filter(order -> order.id != 0).toList();
    long id = added.isEmpty() ? 0 : workspaces.takeOrderIds(workspace, added.size());
    for (OrderRow order : added) {
      order.id = ++id;
    }
    orders.insert(workspace, added);
    orders.update(workspace, known);
    orders.writeLines(workspace, changed);
    events.publishEvent(
        new OrdersWritten(workspace, changed.stream().map(OrderRow::written).toList()));
    workspaces.dataChanged(workspace);
  }

  /** Makes the members there are not, and moves registrations that were made from a later order. */
  private void placeMembers(WorkspaceId workspace, Collection<OrderRow> changed) {
    Map<String, Instant> unknown = new LinkedHashMap<>();
    Map<Integer, Instant> known = new HashMap<>();
    for (OrderRow order : changed) {
      if (order.member == null) {
        unknown.merge(order.memberKey, order.first(), OrderWriter::earlier);
      } else {
        known.merge(order.member, order.first(), OrderWriter::earlier);
      }
    }
    members.noteOrders(workspace, known);
    Map<String, Integer> made = members.make(workspace, unknown);
    changed.stream()
        .filter(order -> order.member == null)
        .forEach(order -> order.member = made.get(order.memberKey));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
