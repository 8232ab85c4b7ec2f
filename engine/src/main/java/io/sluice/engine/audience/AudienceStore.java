package io.sluice.engine.audience;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.storage.DatabaseKind;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps audiences under the SHA-256 of their bytes: what is stored once is never changed, and the
 * same set of people takes room once. The empty audience is not stored.
 */
@Repository
public class AudienceStore {
  static final Table<Record> AUDIENCE = table(name("audience"));
  static final Field<Integer> WORKSPACE = field(name("audience", "workspace_id"), Integer.class);
  static final Field<String> HASH = field(name("audience", "hash"), String.class);
  private static final Field<Integer> MEMBERS = field(name("audience", "members"), Integer.class);
  private static final Field<byte[]> BYTES = field(name("audience", "bytes"), byte[].class);
  private static final long CACHE_BYTES = 256L << 20;

  private final DSLContext db;
  private final DatabaseKind kind;
  private final Cache<Key, Audience> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher(
              (Key key, Audience audience) ->
                  (int) Math.min(Integer.MAX_VALUE, audience.memoryBytes() + 200))
          .build();

  AudienceStore(DSLContext db, DatabaseKind kind) {
    this.db = db;
    this.kind = kind;
  }

  /**
   * Stores a non-empty audience in the caller's transaction and returns its hash, 64 hex digits.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String put(WorkspaceId workspace, Audience audience) {
    if (audience.isEmpty()) {
      throw new IllegalArgumentException("The empty audience is not stored");
    }
    byte[] bytes = audience.toBytes();
    String hash = sha256(bytes);
    int inserted = 0;
    do {
      inserted =
          db.insertInto(AUDIENCE, WORKSPACE, HASH, MEMBERS, BYTES)
              .values(workspace.value(), hash, audience.size(), bytes)
              .onConflict(WORKSPACE, HASH)
              .doNothing()
              .execute();
    } while (inserted == 0 && !hold(workspace, hash));
    return hash;
  }

  /** Keeps an audience from being removed before the caller names it; false if it just was. */
  private boolean hold(WorkspaceId workspace, String hash) {
    return kind != DatabaseKind.POSTGRES
        || db.select(HASH)
            .from(AUDIENCE)
            .where(WORKSPACE.eq(workspace.value()), HASH.eq(hash))
            .forKeyShare()
            .fetchOptional()
            .isPresent();
  }

  /**
   * The audience of that hash.
   *
   * @throws IllegalStateException if it is not stored
   */
  public Audience get(WorkspaceId workspace, String hash) {
    return cache.get(new Key(workspace, hash), this::read);
  }

  private Audience read(Key key) {
    return db.select(BYTES)
        .from(AUDIENCE)
        .where(WORKSPACE.eq(key.workspace.value()), HASH.eq(key.hash))
        .fetchOptional(BYTES)
        .map(Audience::fromBytes)
        .orElseThrow(() -> new IllegalStateException("No audience is stored under " + key));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Key(WorkspaceId workspace, String hash) {}
}
