package io.sluice.engine.segment.leaf;

import static org.jooq.impl.DSL.field;

import io.sluice.engine.storage.DatabaseKind;
import io.sluice.node.Audience;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.Condition;
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
public class AudienceFetch {
  private static final int ROWS_AT_ONCE = 10_000;

  /** So many ids are packed into one value at most, on average: 64 MB. */
  private static final long IDS_PER_VALUE = 16_000_000;

  private final DSLContext db;
  private final DatabaseKind kind;

  AudienceFetch(DSLContext db, DatabaseKind kind) {
    this.db = db;
    this.kind = kind;
  }

  /**
   * The members that a query selects.
   *
   * @param rows how many rows it may have at most, roughly
   * @param lastMember no member has a higher id
   */
  public Audience fetch(Select<Record1<Integer>> members, long rows, int lastMember) {
    return kind == DatabaseKind.POSTGRES ? packed(members, rows, lastMember) : rowByRow(members);
  }

  private Audience rowByRow(Select<Record1<Integer>> members) {
    MemberBits bits = new MemberBits();
    members.attach(db.configuration());
    try (Cursor<Record1<Integer>> cursor = members.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
      cursor.forEach(row -> bits.add(row.value1()));
    }
    return bits.build();
  }

  /**
   * Aggregated in the server, four bytes an id: rows cost the client more than the scan. Without a
   * grouping, because a grouped aggregate is not computed in parallel.
   */
  private Audience packed(Select<Record1<Integer>> members, long rows, int lastMember) {
    Table<Record1<Integer>> found = members.asTable("found", "id");
    Field<Integer> id = field(DSL.name("found", "id"), Integer.class);
    Field<byte[]> ids = field("string_agg(int4send({0}), ''::bytea)", byte[].class, id);
    DSLContext binary = DSL.using(db.configuration().deriveAppending(new BinaryTransfer()));
    MemberBits bits = new MemberBits();
    int values = (int) Math.max(1, (rows + IDS_PER_VALUE - 1) / IDS_PER_VALUE);
    for (int i = 0; i < values; i++) {
      Condition part =
          values == 1
              ? DSL.noCondition()
              : id.ge(part(lastMember, i, values)).and(id.lt(part(lastMember, i + 1, values)));
      bits.addAll(binary.select(ids).from(found).where(part).fetchSingle().value1());
    }
    return bits.build();
  }

  private static int part(int lastMember, int i, int values) {
    return (int) ((lastMember + 1L) * i / values);
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
