package io.sluice.samples.data;

import static org.jooq.impl.DSL.name;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads by PostgreSQL's binary COPY. */
record CopyLoad(DSLContext db) implements BulkLoad {
  @Override
  public void load(BulkTable table) {
    db.connection(connection -> copy(connection, table));
  }

  private void copy(Connection connection, BulkTable table) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement(table));
    try {
      CopyEncoder encoder = new CopyEncoder(table.columns(), copy);
      table.rows().writeTo(encoder);
      encoder.end();
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private String statement(BulkTable table) {
    String columns =
        table.columns().stream()
            .map(column -> db.render(name(column.name())))
            .collect(Collectors.joining(", "));
    return "copy %s (%s) from stdin (format binary)"
        .formatted(db.render(name(table.name())), columns);
  }
}
