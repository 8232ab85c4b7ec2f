package io.sluice.engine.agreement;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.run.Run;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * What the nodes of a run used, and what that cost: by the ledger of messages, the records of
 * rewards and what was committed for them.
 */
final class Outcome {
  private final Map<String, BigDecimal> units = new HashMap<>();
  private final Map<String, BigDecimal> costs = new HashMap<>();

  Outcome(DSLContext db, Run run) {
    Table<Record> message = table(name("message"));
    db.select(
            text("message", "node_id"),
            sum(field(name("message", "units"), Integer.class)),
            sum(field(name("message", "cost"), BigDecimal.class)))
        .from(message)
        .where(
            number("message", "workspace_id").eq(run.workspace().value()),
            field(name("message", "run_id"), Long.class).eq(run.id()))
        .groupBy(text("message", "node_id"))
        .forEach(
            row -> {
              units.put(row.value1(), row.value2());
              costs.put(row.value1(), row.value3());
            });
    given(db, run, "coupon", "coupon_grant");
    given(db, run, "benefit_code_given", "code_grant");
    db.select(
            text("points_change", "cause"), sum(field(name("points_entry", "points"), Long.class)))
        .from(table(name("points_entry")))
        .join(table(name("points_change")))
        .on(
            number("points_change", "workspace_id").eq(number("points_entry", "workspace_id")),
            field(name("points_change", "id"), Long.class)
                .eq(field(name("points_entry", "change_id"), Long.class)))
        .where(
            number("points_entry", "workspace_id").eq(run.workspace().value()),
            text("points_change", "kind").eq("add"),
            text("points_change", "cause").like("run/" + run.id() + "/%"))
        .groupBy(text("points_change", "cause"))
        // A change for each cohort that came to the node.
        .forEach(
            row ->
                units.merge(
                    row.value1().replaceAll(".*/node/", ""), row.value2(), BigDecimal::add));
    db.select(
            text("budget_entry", "cause"), field(name("budget_entry", "amount"), BigDecimal.class))
        .from(table(name("budget_entry")))
        .where(
            number("budget_entry", "workspace_id").eq(run.workspace().value()),
            field(name("budget_entry", "run_id"), Long.class).eq(run.id()),
            text("budget_entry", "kind").eq("commit"),
            text("budget_entry", "cause").like("%/node/%"))
        .forEach(
            row ->
                costs.merge(
                    row.value1().replaceAll(".*/node/", ""), row.value2(), BigDecimal::add));
  }

  private void given(DSLContext db, Run run, String given, String grant) {
    db.select(text(grant, "node_id"), count())
        .from(table(name(given)))
        .join(table(name(grant)))
        .on(
            number(grant, "workspace_id").eq(number(given, "workspace_id")),
            field(name(grant, "id"), Long.class).eq(field(name(given, "grant_id"), Long.class)))
        .where(
            number(given, "workspace_id").eq(run.workspace().value()),
            field(name(grant, "run_id"), Long.class).eq(run.id()))
        .groupBy(text(grant, "node_id"))
        .forEach(row -> units.put(row.value1(), BigDecimal.valueOf(row.value2())));
  }

  long units(String node) {
    return units.getOrDefault(node, BigDecimal.ZERO).longValueExact();
  }

  BigDecimal cost(String node) {
    return costs.getOrDefault(node, BigDecimal.ZERO);
  }

  private static Field<Integer> number(String table, String column) {
    return field(name(table, column), Integer.class);
  }

  private static Field<String> text(String table, String column) {
    return field(name(table, column), String.class);
  }
}
