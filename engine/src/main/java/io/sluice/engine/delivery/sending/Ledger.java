package io.sluice.engine.delivery.sending;

import static io.sluice.engine.delivery.sending.DeliveryTables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.segment.leaf.AudienceFetch;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.DatabaseKind;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * The ledger of messages. A row is written once, at the outcome; only a row that says "unknown"
 * gives way, to what turns out later.
 */
@Repository
class Ledger {
  private static final String STAGING_NAME = "message_staging";
  private static final Table<Record> STAGING = table(name(STAGING_NAME));
  private static final Table<Record> REFERENCE = table(name("message_reference"));

  /** How many of the fields of a reference, the first ones, name it. */
  private static final int REFERENCE_KEY = 3;

  private static final List<Field<?>> REFERENCE_FIELDS =
      List.of(
          field(name("message_reference", "workspace_id"), Integer.class),
          field(name("message_reference", "gateway"), String.class),
          field(name("message_reference", "reference"), String.class),
          field(name("message_reference", "run_id"), Long.class),
          field(name("message_reference", "node_id"), String.class),
          field(name("message_reference", "member_id"), Integer.class),
          field(name("message_reference", "entry"), Long.class));

  private final DSLContext db;
  private final DatabaseKind kind;
  private final BulkInsert bulk;
  private final AudienceFetch fetch;
  private final Workspaces workspaces;

  Ledger(
      DSLContext db,
      DatabaseKind kind,
      BulkInsert bulk,
      AudienceFetch fetch,
      Workspaces workspaces) {
    this.db = db;
    this.kind = kind;
    this.bulk = bulk;
    this.fetch = fetch;
    this.workspaces = workspaces;
  }

  /** Writes outcomes in the caller's transaction. Known ones stay as they are. */
  void write(Delivery delivery, Batch batch, List<LedgerRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (kind == DatabaseKind.POSTGRES) {
      copy(delivery, batch, rows);
    } else {
      insertOrResolve(delivery, batch, rows);
    }
    writeReferences(delivery, batch, rows);
  }

  /**
   * Rows that are new go straight in, which costs a fraction; the primary key tells where one is
   * not, as where a commit's answer was lost.
   */
  private void copy(Delivery delivery, Batch batch, List<LedgerRow> rows) {
    List<Object[]> values = values(delivery, batch, rows);
    if (batch.attempt() > 1 || !bulk.copyNew(MESSAGE, MESSAGE_FIELDS, values)) {
      copyThroughStaging(values);
    }
  }

  private void copyThroughStaging(List<Object[]> rows) {
    db.execute(
        "create temporary table if not exists {0} (like {1}) on commit delete rows",
        STAGING, MESSAGE);
    bulk.insert(STAGING, MESSAGE_FIELDS, rows);
    List<Field<?>> columns = MESSAGE_FIELDS.stream().<Field<?>>map(Ledger::unqualified).toList();
    db.insertInto(MESSAGE, columns)
        .select(DSL.select(columns).from(STAGING))
        .onConflict(MESSAGE_WORKSPACE, MESSAGE_RUN, MESSAGE_NODE, MESSAGE_MEMBER, MESSAGE_ENTRY)
        .doUpdate()
        .set(OUTCOME, DSL.excluded(OUTCOME))
        .set(REASON, DSL.excluded(REASON))
        .set(UNITS, DSL.excluded(UNITS))
        .set(COST, DSL.excluded(COST))
        .set(AT, DSL.excluded(AT))
        .where(
            OUTCOME
                .eq(LedgerRow.Outcome.AGAIN.key())
                .or(isOpen().and(DSL.excluded(OUTCOME).ne(LedgerRow.Outcome.UNKNOWN.key()))))
        .execute();
  }

  private static Field<?> unqualified(Field<?> field) {
    return field(field.getUnqualifiedName());
  }

  private static Condition isOpen() {
    return OUTCOME.in(LedgerRow.Outcome.UNKNOWN.key(), LedgerRow.Outcome.AGAIN.key());
  }

  private void insertOrResolve(Delivery delivery, Batch batch, List<LedgerRow> rows) {
    Set<Integer> known =
        new HashSet<>(
            knownAmong(delivery, rows.stream().map(LedgerRow::member).toList(), DSL.noCondition()));
    bulk.insert(
        MESSAGE,
        MESSAGE_FIELDS,
        values(
            delivery, batch, rows.stream().filter(row -> !known.contains(row.member())).toList()));
    for (LedgerRow row : rows) {
      if (known.contains(row.member())) {
        Condition givesWay =
            row.outcome() == LedgerRow.Outcome.UNKNOWN
                ? OUTCOME.eq(LedgerRow.Outcome.AGAIN.key())
                : isOpen();
        db.update(MESSAGE)
            .set(OUTCOME, row.outcome().key())
            .set(REASON, row.reason().orElse(null))
            .set(UNITS, row.units())
            .set(COST, row.cost())
            .set(AT, row.at())
            .where(isOf(delivery), MESSAGE_MEMBER.eq(row.member()), givesWay)
            .execute();
      }
    }
  }

  private List<Integer> knownAmong(Delivery delivery, List<Integer> members, Condition condition) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(members);
    return db.select(MESSAGE_MEMBER)
        .from(wanted.table())
        .join(MESSAGE)
        .on(isOf(delivery), MESSAGE_MEMBER.eq(wanted.value()))
        .where(condition)
        .fetch(MESSAGE_MEMBER);
  }

  /** Those of the members who have an outcome. */
  Audience settled(Delivery delivery, Audience members) {
    return Audience.collect(
        knownAmong(
                delivery,
                members.stream().boxed().toList(),
                OUTCOME.ne(LedgerRow.Outcome.AGAIN.key()))
            .stream()
            .mapToInt(Integer::intValue));
  }

  private static List<Object[]> values(Delivery delivery, Batch batch, List<LedgerRow> rows) {
    // Made once: the same object again need not be written out anew.
    Long run = delivery.ref().run();
    Long entry = delivery.entry();
    Long cohort = delivery.ref().cohort();
    List<Object[]> values = new ArrayList<>(rows.size());
    for (LedgerRow row : rows) {
      values.add(
          new Object[] {
            delivery.ref().workspace().value(),
            run,
            delivery.ref().node(),
            row.member(),
            entry,
            cohort,
            batch.channel(),
            batch.gateway(),
            row.outcome().key(),
            row.reason().orElse(null),
            row.address(),
            row.units(),
            row.cost(),
            row.at()
          });
    }
    return values;
  }

  private void writeReferences(Delivery delivery, Batch batch, List<LedgerRow> rows) {
    List<LedgerRow> named = rows.stream().filter(row -> row.reference().isPresent()).toList();
    if (named.isEmpty()) {
      return;
    }
    BatchBindStep insert =
        db.batch(
            db.insertInto(REFERENCE, REFERENCE_FIELDS)
                .values((Object) null, null, null, null, null, null, null)
                .onConflict(REFERENCE_FIELDS.subList(0, REFERENCE_KEY))
                .doNothing());
    for (LedgerRow row : named) {
      insert =
          insert.bind(
              delivery.ref().workspace().value(),
              batch.gateway(),
              row.reference().get(),
              delivery.ref().run(),
              delivery.ref().node(),
              row.member(),
              delivery.entry());
    }
    insert.execute();
  }

  /** The people of a delivery by outcome, and by reason within it; without a reason under "". */
  Map<LedgerRow.Outcome, Map<String, Audience>> outcomes(Delivery delivery) {
    Map<LedgerRow.Outcome, Map<String, Audience>> outcomes = new LinkedHashMap<>();
    int members = workspaces.size(delivery.ref().workspace()).members();
    for (Record kind :
        db.selectDistinct(OUTCOME, REASON).from(MESSAGE).where(isOf(delivery)).fetch()) {
      Condition reason = kind.get(REASON) == null ? REASON.isNull() : REASON.eq(kind.get(REASON));
      Audience people =
          fetch.fetch(
              DSL.select(MESSAGE_MEMBER)
                  .from(MESSAGE)
                  .where(isOf(delivery), OUTCOME.eq(kind.get(OUTCOME)), reason),
              members,
              members);
      outcomes
          .computeIfAbsent(
              LedgerRow.Outcome.valueOf(kind.get(OUTCOME).toUpperCase(java.util.Locale.ROOT)),
              key -> new LinkedHashMap<>())
          .put(Optional.ofNullable(kind.get(REASON)).orElse(""), people);
    }
    return outcomes;
  }

  /** Lets messages of some outcomes be sent again and returns whose they are. */
  Audience again(Delivery delivery, List<LedgerRow.Outcome> outcomes) {
    Map<LedgerRow.Outcome, Map<String, Audience>> known = outcomes(delivery);
    List<Audience> people = new ArrayList<>();
    for (LedgerRow.Outcome outcome : outcomes) {
      people.addAll(known.getOrDefault(outcome, Map.of()).values());
    }
    db.update(MESSAGE)
        .set(OUTCOME, LedgerRow.Outcome.AGAIN.key())
        .where(isOf(delivery), OUTCOME.in(outcomes.stream().map(LedgerRow.Outcome::key).toList()))
        .execute();
    return Audience.unionOf(people);
  }

  /** How many messages of a delivery have each outcome. */
  Map<LedgerRow.Outcome, Integer> counts(Delivery delivery) {
    Map<LedgerRow.Outcome, Integer> counts = new LinkedHashMap<>();
    db.select(OUTCOME, DSL.count())
        .from(MESSAGE)
        .where(isOf(delivery))
        .groupBy(OUTCOME)
        .forEach(row -> counts.put(outcome(row.value1()), row.value2()));
    return counts;
  }

  private static LedgerRow.Outcome outcome(String key) {
    return LedgerRow.Outcome.valueOf(key.toUpperCase(java.util.Locale.ROOT));
  }

  private static Condition isOf(Delivery delivery) {
    return MESSAGE_WORKSPACE
        .eq(delivery.ref().workspace().value())
        .and(MESSAGE_RUN.eq(delivery.ref().run()))
        .and(MESSAGE_NODE.eq(delivery.ref().node()))
        .and(MESSAGE_ENTRY.eq(delivery.entry()))
        .and(MESSAGE_COHORT.eq(delivery.ref().cohort()));
  }
}
