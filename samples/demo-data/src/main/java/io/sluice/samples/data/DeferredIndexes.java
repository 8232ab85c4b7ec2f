package io.sluice.samples.data;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;

/**
 * Takes indexes and foreign keys off PostgreSQL tables while many rows are loaded: building an
 * index at the end sorts once where keeping it up seeks for every row. All within the caller's
 * transaction, which has the tables to itself; if it fails nothing has happened.
 */
record DeferredIndexes(DSLContext db) {
  /** Loads without the secondary indexes and foreign keys of the tables, and puts them back. */
  void loadWithout(List<String> tables, Runnable load) {
    db.execute("set local maintenance_work_mem = '512MB'");
    List<String> after = new ArrayList<>();
    Result<Record2<String, String>> changes = foreignKeys(tables);
    changes.addAll(indexes(tables));
    for (Record2<String, String> change : changes) {
      db.execute(change.value1());
      after.add(change.value2());
    }
    load.run();
    // Foreign keys are checked by a join, and best with the indexes there.
    for (int i = after.size() - 1; i >= 0; i--) {
      db.execute(after.get(i));
    }
    tables.forEach(loaded -> db.execute("analyze {0}", table(name(loaded))));
  }

  /** How each is dropped, and how it is made, as the server words it. */
  private Result<Record2<String, String>> foreignKeys(List<String> tables) {
    return db.fetch(
        select(
                field(
                    "format('alter table %s drop constraint %I', conrelid::regclass, conname)",
                    String.class),
                field(
                    "format('alter table %s add constraint %I %s', conrelid::regclass, conname,"
                        + " pg_get_constraintdef(oid))",
                    String.class))
            .from(table(name("pg_constraint")))
            .where(condition("contype = 'f'"), among("conrelid", tables)));
  }

  private Result<Record2<String, String>> indexes(List<String> tables) {
    return db.fetch(
        select(
                field("format('drop index %s', indexrelid::regclass)", String.class),
                field("pg_get_indexdef(indexrelid)", String.class))
            .from(table(name("pg_index")))
            .where(condition("not indisunique"), among("indrelid", tables)));
  }

  private static Condition among(String column, List<String> tables) {
    return field(name(column), Long.class)
        .in(tables.stream().map(t -> field("{0}::regclass", Long.class, val(t))).toList());
  }
}
