package io.sluice.engine.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * Inserts many rows at once in the caller's transaction: by COPY on PostgreSQL, as a batch
 * elsewhere. No row may exist yet; whoever inserts holds a lock that keeps others from it.
 */
@Component
public class BulkInsert {
  private static final String UNIQUE_VIOLATION = "23505";

  private final DSLContext db;
  private final DatabaseKind kind;

  BulkInsert(DSLContext db, DatabaseKind kind) {
    this.db = db;
    this.kind = kind;
  }

  /** Inserts rows, each with one value per field. */
  public void insert(Table<Record> table, List<Field<?>> fields, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (kind == DatabaseKind.POSTGRES) {
      copy(table, fields, rows);
    } else {
      batch(table, fields, rows);
    }
  }

  /**
   * Inserts rows by COPY into PostgreSQL unless one of them is there already: then none is inserted
   * and the caller's transaction goes on.
   *
   * @return false if one is there already
   */
  public boolean copyNew(Table<Record> table, List<Field<?>> fields, List<Object[]> rows) {
    String command = command(table, fields);
    byte[] text = CopyText.of(fields.size(), rows);
    return db.connectionResult(
        connection -> {
          Savepoint before = connection.setSavepoint();
          try {
            copy(connection, command, text);
            connection.releaseSavepoint(before);
            return true;
          } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
              throw e;
            }
            connection.rollback(before);
            return false;
          }
        });
  }

  private void batch(Table<Record> table, List<Field<?>> fields, List<Object[]> rows) {
    BatchBindStep batch =
        db.batch(db.insertInto(table).columns(fields).values(new Object[fields.size()]));
    for (Object[] row : rows) {
      batch = batch.bind(row);
    }
    batch.execute();
  }

  private void copy(Table<Record> table, List<Field<?>> fields, List<Object[]> rows) {
    String command = command(table, fields);
    byte[] text = CopyText.of(fields.size(), rows);
    db.connection(connection -> copy(connection, command, text));
  }

  private static void copy(Connection connection, String command, byte[] text) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(command, new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private String command(Table<Record> table, List<Field<?>> fields) {
    String columns =
        fields.stream()
            .map(field -> db.render(unqualified(field)))
            .collect(Collectors.joining(","));
    return "copy " + db.render(table) + " (" + columns + ") from stdin";
  }

  private static Field<?> unqualified(Field<?> field) {
    return DSL.field(field.getUnqualifiedName());
  }
}
