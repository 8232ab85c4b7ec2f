package io.sluice.engine.segment.leaf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Makes "everybody registered by an instant" one leaf for all instants after the last registration,
 * so that a canvas with waits, or the next run, does not read the whole table again.
 */
@Component
public class LastRegistration {
  private static final int KEPT = 1_000;

  private final DSLContext db;
  private final Cache<Key, Optional<Instant>> last =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  LastRegistration(DSLContext db) {
    this.db = db;
  }

  private record Key(WorkspaceId workspace, long dataVersion) {}

  /** The same leaf, or one that more callers share and that has the same answer. */
  public Leaf share(WorkspaceId workspace, long dataVersion, Leaf leaf) {
    if (!(leaf instanceof Leaf.Everybody everybody)) {
      return leaf;
    }
    return last.get(new Key(workspace, dataVersion), this::read)
        .filter(instant -> instant.isBefore(everybody.registeredUntil()))
        .<Leaf>map(Leaf.Everybody::new)
        .orElse(leaf);
  }

  private Optional<Instant> read(Key key) {
    return Optional.ofNullable(
        db.select(DSL.max(MemberTables.REGISTERED_AT))
            .from(MemberTables.MEMBER)
            .where(MemberTables.WORKSPACE.eq(key.workspace.value()))
            .fetchSingle()
            .value1());
  }
}
