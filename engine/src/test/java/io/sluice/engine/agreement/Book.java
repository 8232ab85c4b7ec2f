package io.sluice.engine.agreement;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.segment.SetLog;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.CodeWrite;
import io.sluice.node.CouponWrite;
import io.sluice.node.PointsWrite;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.ValueWrite;
import io.sluice.node.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * Everything that nodes can write about people, person by person, as one text for each fact: read
 * from the database, and carried on by hand.
 */
final class Book {
  private static final String NOBODY = "";

  private final Map<String, String> facts = new TreeMap<>();

  /** What is there; of points and sets what is so at an instant. */
  static Book read(
      DSLContext db, SetLog sets, WorkspaceId workspace, Collection<SetRef> wanted, Instant at) {
    Book book = new Book();
    db.select(
            text("points_account", "account_key"),
            number("points_entry", "member_id"),
            sum(field(name("points_entry", "points"), Long.class)))
        .from(table(name("points_entry")))
        .join(table(name("points_account")))
        .on(
            number("points_account", "workspace_id").eq(number("points_entry", "workspace_id")),
            number("points_account", "id").eq(number("points_entry", "account_id")))
        .where(
            number("points_entry", "workspace_id").eq(workspace.value()),
            field(name("points_entry", "at"), SQLDataType.INSTANT(6)).le(at))
        .groupBy(text("points_account", "account_key"), number("points_entry", "member_id"))
        .forEach(
            row -> book.put("points " + row.value1(), row.value2(), row.value3().toPlainString()));
    db.select(text("coupon_batch", "batch_key"), number("coupon", "member_id"), count())
        .from(table(name("coupon")))
        .join(table(name("coupon_batch")))
        .on(
            number("coupon_batch", "workspace_id").eq(number("coupon", "workspace_id")),
            number("coupon_batch", "id").eq(number("coupon", "batch_id")))
        .where(number("coupon", "workspace_id").eq(workspace.value()))
        .groupBy(text("coupon_batch", "batch_key"), number("coupon", "member_id"))
        .forEach(row -> book.put("coupon " + row.value1(), row.value2(), "" + row.value3()));
    db.select(text("code_pool", "pool_key"), number("benefit_code_given", "member_id"), count())
        .from(table(name("benefit_code_given")))
        .join(table(name("code_pool")))
        .on(
            number("code_pool", "workspace_id").eq(number("benefit_code_given", "workspace_id")),
            number("code_pool", "id").eq(number("benefit_code_given", "pool_id")))
        .where(number("benefit_code_given", "workspace_id").eq(workspace.value()))
        .groupBy(text("code_pool", "pool_key"), number("benefit_code_given", "member_id"))
        .forEach(row -> book.put("code " + row.value1(), row.value2(), "" + row.value3()));
    db.select(number("member", "id"), number("member", "level"))
        .from(table(name("member")))
        .where(
            number("member", "workspace_id").eq(workspace.value()),
            number("member", "level").isNotNull())
        .forEach(row -> book.put("level level", row.value1(), "" + row.value2()));
    for (String table : List.of("attribute_text", "attribute_number")) {
      book.readAttributes(db, workspace, table);
    }
    for (SetRef set : wanted) {
      // Who got a reward of a group has got it for all time.
      Instant then = set.kind() == SetRef.Kind.REWARD_GROUP ? Instant.now() : at;
      sets.asOf(workspace, set, then).stream()
          .forEach(member -> book.put(factOf(set), member, "in"));
    }
    return book;
  }

  private void readAttributes(DSLContext db, WorkspaceId workspace, String table) {
    db.select(
            text("attribute", "attribute_key"),
            number(table, "member_id"),
            field(name(table, "content"), Object.class))
        .from(table(name(table)))
        .join(table(name("attribute")))
        .on(
            number("attribute", "workspace_id").eq(number(table, "workspace_id")),
            number("attribute", "id").eq(number(table, "attribute_id")))
        .where(number(table, "workspace_id").eq(workspace.value()))
        .forEach(
            row -> {
              String value =
                  row.value3() instanceof BigDecimal number
                      ? number.stripTrailingZeros().toPlainString()
                      : row.value3().toString();
              String fact = "attribute " + row.value1();
              put(fact, row.value2(), joined(get(fact, row.value2()), List.of(value)));
            });
  }

  /**
   * Carries on what a node writes.
   *
   * @param until for when the book is told: what has fallen off by then is not in it
   */
  void write(Write write, Instant until) {
    if (write instanceof SetWrite set && set.change() == SetWrite.Change.REPLACE) {
      facts.keySet().removeIf(fact -> fact.startsWith(factOf(set.set()) + " of "));
    }
    write.members().stream().forEach(member -> write(write, member, until));
  }

  private void write(Write write, int member, Instant until) {
    if (write instanceof SetWrite set) {
      boolean over = set.expiresAt().filter(end -> !end.isAfter(until)).isPresent();
      boolean in = set.change() != SetWrite.Change.REMOVE && !over;
      put(factOf(set.set()), member, in ? "in" : NOBODY);
    } else if (write instanceof PointsWrite points) {
      String fact = "points " + points.target().key();
      long balance = number(get(fact, member));
      long after =
          switch (points.change()) {
            case ADD -> balance + points.points();
            case DEDUCT -> balance - points.points();
            case DEDUCT_TO_ZERO -> Math.max(0, balance - points.points());
            case RESET -> 0;
          };
      put(fact, member, "" + after);
    } else if (write instanceof CouponWrite coupon) {
      String fact = "coupon " + coupon.target().key();
      put(fact, member, "" + (number(get(fact, member)) + 1));
    } else if (write instanceof CodeWrite code) {
      String fact = "code " + code.target().key();
      put(fact, member, "" + (number(get(fact, member)) + 1));
    } else if (write instanceof ValueWrite value) {
      String fact = value.target().noun() + " " + value.target().key();
      put(fact, member, after(value, get(fact, member)));
    }
  }

  private static String after(ValueWrite write, String before) {
    return switch (write.mode()) {
      case SET -> joined("", write.values());
      case FILL -> before.isEmpty() ? joined("", write.values()) : before;
      case ADD -> joined(before, write.values());
      case RAISE ->
          before.isEmpty() || number(before) < number(write.values().get(0))
              ? write.values().get(0)
              : before;
    };
  }

  private static String joined(String before, List<String> more) {
    TreeSet<String> values = new TreeSet<>(more);
    if (!before.isEmpty()) {
      values.addAll(List.of(before.split(",")));
    }
    return String.join(",", values);
  }

  private static long number(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** All that is known, without balances of zero: who never had points has none either. */
  Map<String, String> facts() {
    Map<String, String> told = new TreeMap<>(facts);
    told.entrySet()
        .removeIf(fact -> fact.getKey().startsWith("points") && fact.getValue().equals("0"));
    return told;
  }

  private String get(String fact, int member) {
    return facts.getOrDefault(fact + " of " + member, "");
  }

  private void put(String fact, int member, String value) {
    if (value.equals(NOBODY)) {
      facts.remove(fact + " of " + member);
    } else {
      facts.put(fact + " of " + member, value);
    }
  }

  private static String factOf(SetRef set) {
    return set.noun() + " " + set.key();
  }

  private static Field<Integer> number(String table, String column) {
    return field(name(table, column), Integer.class);
  }

  private static Field<String> text(String table, String column) {
    return field(name(table, column), String.class);
  }
}
