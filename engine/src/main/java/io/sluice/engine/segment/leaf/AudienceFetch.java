package io.sluice.engine.segment.leaf;

import static org.jooq.impl.DSL.field;

import io.sluice.engine.storage.DatabaseKind;
import io.sluice.node.Audience;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.postgresql.PGStatement;
import org.springframework.stereotype.Component;

/** Fetches the member ids that a query selects, in any order and with repeats, as an audience. */
@Component
class AudienceFetch {
  private static final int ROWS_AT_ONCE = 10_000;

  /** Ids are packed by ranges of so many: 4 MB a value, where they are distinct. */
  private static final int CHUNK_BITS = 20;

  private final DSLContext db;
  private final DatabaseKind kind;

  AudienceFetch(DSLContext db, DatabaseKind kind) {
    this.db = db;
    this.kind = kind;
  }

  Audience fetch(Select<Record1<Integer>> members) {
    return kind == DatabaseKind.POSTGRES ? packed(members) : rowByRow(members);
  }

  private Audience rowByRow(Select<Record1<Integer>> members) {
    MemberBits bits = new MemberBits();
    members.attach(db.configuration());
    try (Cursor<Record1<Integer>> cursor = members.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
      cursor.forEach(row -> bits.add(row.value1()));
    }
    return bits.build();
  }

  /** Aggregated in the server, four bytes an id: rows cost the client more than the scan. */
  private Audience packed(Select<Record1<Integer>> members) {
    Table<Record1<Integer>> found = members.asTable("found", "id");
    Field<Integer> id = field(DSL.name("found", "id"), Integer.class);
    Field<byte[]> ids = field("string_agg(int4send({0}), ''::bytea)", byte[].class, id);
    MemberBits bits = new MemberBits();
    try (Cursor<Record1<byte[]>> cursor =
        DSL.using(db.configuration().deriveAppending(new BinaryTransfer()))
            .select(ids)
            .from(found)
            .groupBy(field("{0} >> {1}", Integer.class, id, DSL.inline(CHUNK_BITS)))
            .fetchLazy()) {
      cursor.forEach(
          row -> {
            ByteBuffer chunk = ByteBuffer.wrap(row.value1());
            while (chunk.hasRemaining()) {
              bits.add(chunk.getInt());
            }
          });
    }
    return bits.build();
  }

  /** The driver would have the server write bytes as hex digits until a statement is well-worn. */
  private static final class BinaryTransfer implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void prepareEnd(ExecuteContext context) {
      Statement statement = context.statement();
      try {
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
      } catch (SQLException e) {
        context.sqlException(e);
      }
    }
  }
}
