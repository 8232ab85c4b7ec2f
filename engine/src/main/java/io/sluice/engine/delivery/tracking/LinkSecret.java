package io.sluice.engine.delivery.tracking;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** What links are signed with: made once for all servers on the database, and kept there. */
@Component
class LinkSecret {
  private static final Table<Record> SECRET = table(name("link_secret"));
  private static final Field<Integer> ID = field(name("link_secret", "id"), Integer.class);
  private static final Field<String> CONTENT = field(name("link_secret", "content"), String.class);
  private static final int THE_ONE = 1;
  private static final int BYTES = 32;

  private final DSLContext db;
  private final TransactionTemplate transaction;
  private volatile byte[] secret;

  LinkSecret(DSLContext db, TransactionTemplate transaction) {
    this.db = db;
    this.transaction = new TransactionTemplate(transaction.getTransactionManager());
    this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
  }

  byte[] bytes() {
    if (secret == null) {
      make();
      secret =
          HexFormat.of()
              .parseHex(
                  db.select(CONTENT)
                      .from(SECRET)
                      .where(ID.eq(inline(THE_ONE)))
                      .fetchSingle()
                      .value1());
    }
    return secret;
  }

  private void make() {
    byte[] made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    try {
      transaction.executeWithoutResult(
          status ->
              db.insertInto(SECRET, ID, CONTENT)
                  .values(THE_ONE, HexFormat.of().formatHex(made))
                  .onConflict(ID)
                  .doNothing()
                  .execute());
    } catch (DuplicateKeyException madeMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race.
    }
  }
}
