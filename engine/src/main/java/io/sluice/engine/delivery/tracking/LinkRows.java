package io.sluice.engine.delivery.tracking;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** The links of messages. Each is made once, in a transaction of its own, and never changed. */
@Repository
class LinkRows {
  private static final Table<Record> LINK = table(name("link"));
  private static final Field<Integer> WORKSPACE =
      field(name("link", "workspace_id"), Integer.class);
  private static final Field<Long> ID = field(name("link", "id"), Long.class);
  private static final Field<Long> RUN = field(name("link", "run_id"), Long.class);
  private static final Field<String> NODE = field(name("link", "node_id"), String.class);
  private static final Field<Long> ENTRY = field(name("link", "entry"), Long.class);
  private static final Field<String> CHANNEL = field(name("link", "channel"), String.class);
  private static final Field<String> KIND = field(name("link", "kind"), String.class);
  private static final Field<String> TARGET = field(name("link", "target"), String.class);
  private static final Field<String> HASH = field(name("link", "hash"), String.class);

  private final DSLContext db;
  private final TransactionTemplate transaction;

  LinkRows(DSLContext db, TransactionTemplate transaction) {
    this.db = db;
    this.transaction = new TransactionTemplate(transaction.getTransactionManager());
    this.transaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
  }

  /** The number of a link, which is made where it is new. */
  long idOf(Link link) {
    return find(link)
        .or(
            () -> {
              make(link);
              return find(link);
            })
        .orElseThrow(() -> new IllegalStateException("No row for " + link));
  }

  private void make(Link link) {
    try {
      transaction.executeWithoutResult(status -> insert(link));
    } catch (DuplicateKeyException madeMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race.
    }
  }

  private void insert(Link link) {
    db.insertInto(LINK, WORKSPACE, RUN, NODE, ENTRY, CHANNEL, KIND, TARGET, HASH)
        .values(
            link.workspace().value(),
            link.run(),
            link.node(),
            link.entry(),
            link.channel(),
            link.kind().key(),
            link.target(),
            hash(link.target()))
        .onConflict(WORKSPACE, RUN, NODE, ENTRY, CHANNEL, KIND, HASH)
        .doNothing()
        .execute();
  }

  /** Looked up outside of the caller's transaction, which may not see what others made since. */
  private Optional<Long> find(Link link) {
    Condition same =
        WORKSPACE
            .eq(link.workspace().value())
            .and(RUN.eq(link.run()))
            .and(NODE.eq(link.node()))
            .and(ENTRY.eq(link.entry()))
            .and(CHANNEL.eq(link.channel()))
            .and(KIND.eq(link.kind().key()))
            .and(HASH.eq(hash(link.target())));
    return transaction.execute(
        status -> db.select(ID).from(LINK).where(same).fetchOptional(row -> row.value1()));
  }

  /** The link of that number and kind. */
  Optional<Link> find(long id, Link.Kind kind) {
    return db.select(WORKSPACE, RUN, NODE, ENTRY, CHANNEL, TARGET)
        .from(LINK)
        .where(ID.eq(id), KIND.eq(kind.key()))
        .fetchOptional(
            row ->
                new Link(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    kind,
                    row.value6()));
  }

  private static String hash(String target) {
    try {
      byte[] bytes = (target == null ? "" : target).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
