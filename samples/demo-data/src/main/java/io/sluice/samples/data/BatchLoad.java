package io.sluice.samples.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Loads by batches of inserts.
 *
 * @param transaction in what each batch is done: that of the caller, or one of its own
 */
record BatchLoad(DSLContext db, Consumer<Runnable> transaction) implements BulkLoad {
  private static final int ROWS_AT_ONCE = 10_000;

  @Override
  public void load(BulkTable table) {
    String statement = insertInto(table);
    List<Object[]> waiting = new ArrayList<>(ROWS_AT_ONCE);
    table
        .rows()
        .writeTo(
            row -> {
              waiting.add(row);
              if (waiting.size() == ROWS_AT_ONCE) {
                insert(statement, waiting);
              }
            });
    insert(statement, waiting);
  }

  private void insert(String statement, List<Object[]> rows) {
    transaction.accept(() -> db.connection(connection -> insert(connection, statement, rows)));
    rows.clear();
  }

  /** Bound by the driver itself: jOOQ's batches write the statement anew for each row. */
  private static void insert(Connection connection, String statement, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(statement)) {
      for (Object[] row : rows) {
        for (int column = 0; column < row.length; column++) {
          insert.setObject(column + 1, row[column]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private String insertInto(BulkTable table) {
    List<? extends Field<?>> fields =
        table.columns().stream().map(column -> field(name(column.name()))).toList();
    return db.insertInto(table(name(table.name())), fields)
        .values(new Object[fields.size()])
        .getSQL();
  }
}
