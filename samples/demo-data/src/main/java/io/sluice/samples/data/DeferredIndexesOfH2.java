package io.sluice.samples.data;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Index;
import org.jooq.Query;
import org.jooq.Table;

/**
 * Takes indexes and foreign keys off H2 tables while many rows are loaded, and puts them back: an
 * index of a table that is there is built by sorting. H2 commits with each change of a table, so
 * that whoever ends on the way is left without them.
 */
record DeferredIndexesOfH2(DSLContext db) {
  /** Loads without the secondary indexes and foreign keys of the tables, and puts them back. */
  void loadWithout(List<String> tables, Runnable load) {
    List<Query> keys = new ArrayList<>();
    for (Table<?> table : described(tables)) {
      table
          .getReferences()
          .forEach(
              key -> {
                keys.add(db.alterTable(table).add(key.constraint()));
                db.alterTable(table).drop(key.constraint()).execute();
              });
    }
    // Asked again: with a foreign key went the index that H2 made for it.
    List<Query> indexes = new ArrayList<>();
    for (Table<?> table : described(tables)) {
      table.getIndexes().stream()
          .filter(index -> !index.getUnique())
          .forEach(
              index -> {
                indexes.add(make(index));
                db.dropIndex(index).execute();
              });
    }
    load.run();
    indexes.forEach(Query::execute);
    keys.forEach(Query::execute);
    tables.forEach(loaded -> db.execute("analyze table {0}", table(name(loaded))));
  }

  private Query make(Index index) {
    return db.createIndex(index.getUnqualifiedName()).on(index.getTable(), index.getFields());
  }

  private List<Table<?>> described(List<String> tables) {
    return db.meta()
        .filterSchemas(schema -> schema.getName().equals("PUBLIC"))
        .filterTables(table -> tables.contains(table.getName().toLowerCase(Locale.ROOT)))
        .getTables();
  }
}
