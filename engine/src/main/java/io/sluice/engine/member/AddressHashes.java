package io.sluice.engine.member;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hashes addresses (HMAC-SHA-256) where it is enough to recognise them, as with those that want
 * nothing more. All servers on a database share the key.
 */
@Component
public class AddressHashes {
  private static final Table<Record> SECRET = table(name("address_secret"));
  private static final Field<Integer> ID = field(name("address_secret", "id"), Integer.class);
  private static final Field<String> CONTENT =
      field(name("address_secret", "content"), String.class);
  private static final int THE_ONE = 1;
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final DSLContext db;
  private final TransactionTemplate transaction;
  private volatile SecretKeySpec key;

  AddressHashes(DSLContext db, TransactionTemplate transaction) {
    this.db = db;
    this.transaction = new TransactionTemplate(transaction.getTransactionManager());
    this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
  }

  /** The hash of an address in a workspace, 64 hex digits; however the address is written. */
  public String of(WorkspaceId workspace, String address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      String text = workspace.value() + "/" + AddressKey.of(address);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private SecretKeySpec key() {
    if (key == null) {
      // In transactions of their own: the caller's may have begun before another server made it.
      make();
      String content =
          transaction.execute(
              status ->
                  db.select(CONTENT)
                      .from(SECRET)
                      .where(ID.eq(inline(THE_ONE)))
                      .fetchSingle()
                      .value1());
      key = new SecretKeySpec(HexFormat.of().parseHex(content), ALGORITHM);
    }
    return key;
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
