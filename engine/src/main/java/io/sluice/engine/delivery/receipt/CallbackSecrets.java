package io.sluice.engine.delivery.receipt;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What gateways sign their callbacks with, one secret each. */
@Repository
class CallbackSecrets {
  private static final Table<Record> SECRET = table(name("callback_secret"));
  private static final Field<Integer> WORKSPACE =
      field(name("callback_secret", "workspace_id"), Integer.class);
  private static final Field<String> GATEWAY =
      field(name("callback_secret", "gateway"), String.class);
  private static final Field<String> CONTENT =
      field(name("callback_secret", "content"), String.class);
  private static final Field<Instant> MADE_AT =
      field(name("callback_secret", "made_at"), SQLDataType.INSTANT(6));
  private static final int BYTES = 32;

  private final DSLContext db;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CallbackSecrets(DSLContext db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The secret of a gateway, if one was made. */
  Optional<String> find(WorkspaceId workspace, String gateway) {
    return db.select(CONTENT)
        .from(SECRET)
        .where(WORKSPACE.eq(workspace.value()), GATEWAY.eq(gateway))
        .fetchOptional(row -> row.value1());
  }

  /** Makes a new secret; the one before is void. */
  @Transactional
  public String make(WorkspaceId workspace, String gateway) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    db.deleteFrom(SECRET).where(WORKSPACE.eq(workspace.value()), GATEWAY.eq(gateway)).execute();
    db.insertInto(SECRET, WORKSPACE, GATEWAY, CONTENT, MADE_AT)
        .values(workspace.value(), gateway, secret, clock.instant())
        .execute();
    return secret;
  }
}
