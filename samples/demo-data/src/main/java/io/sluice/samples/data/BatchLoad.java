package io.sluice.samples.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.SQLDataType;

/** Loads by batches of inserts. */
record BatchLoad(DSLContext db) implements BulkLoad {
  private static final int ROWS_AT_ONCE = 2_000;

  @Override
  public void load(BulkTable table) {
    List<Object[]> waiting = new ArrayList<>(ROWS_AT_ONCE);
    table
        .rows()
        .writeTo(
            row -> {
              waiting.add(row);
              if (waiting.size() == ROWS_AT_ONCE) {
                insert(table, waiting);
              }
            });
    insert(table, waiting);
  }

  private void insert(BulkTable table, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      BatchBindStep batch = db.batch(insertOf(table));
      for (Object[] row : rows) {
        batch = batch.bind(row);
      }
      batch.execute();
      rows.clear();
    }
  }

  private Query insertOf(BulkTable table) {
    List<? extends Field<?>> fields = table.columns().stream().map(BatchLoad::column).toList();
    return db.insertInto(table(name(table.name())), fields)
        .values(new Object[table.columns().size()]);
  }

  private static Field<?> column(Column column) {
    return field(name(column.name()), type(column.kind()));
  }

  private static DataType<?> type(Column.Kind kind) {
    return switch (kind) {
      case SMALL, INTEGER -> SQLDataType.INTEGER;
      case BIG -> SQLDataType.BIGINT;
      case TEXT -> SQLDataType.VARCHAR;
      case FLAG -> SQLDataType.BOOLEAN;
      case INSTANT -> SQLDataType.INSTANT(6);
      case DAY -> SQLDataType.LOCALDATE;
      case DECIMAL -> SQLDataType.NUMERIC;
    };
  }
}
