package io.sluice.engine.storage;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
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

  private void batch(Table<Record> table, List<Field<?>> fields, List<Object[]> rows) {
    BatchBindStep batch =
        db.batch(db.insertInto(table).columns(fields).values(new Object[fields.size()]));
    for (Object[] row : rows) {
      batch = batch.bind(row);
    }
    batch.execute();
  }

  private void copy(Table<Record> table, List<Field<?>> fields, List<Object[]> rows) {
    String columns =
        fields.stream()
            .map(field -> db.render(unqualified(field)))
            .collect(Collectors.joining(","));
    String command = "copy " + db.render(table) + " (" + columns + ") from stdin";
    StringBuilder text = new StringBuilder(rows.size() * 80);
    rows.forEach(row -> append(text, row));
    db.connection(
        connection -> {
          try {
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(command, new StringReader(text.toString()));
          } catch (IOException e) {
            throw new SQLException(e);
          }
        });
  }

  private static Field<?> unqualified(Field<?> field) {
    return DSL.field(field.getUnqualifiedName());
  }

  /** One row in PostgreSQL's text format of COPY. */
  private static void append(StringBuilder text, Object[] row) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      if (row[i] == null) {
        text.append("\\N");
      } else {
        escape(text, row[i].toString());
      }
    }
    text.append('\n');
  }

  private static void escape(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
