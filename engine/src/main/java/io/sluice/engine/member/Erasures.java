package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The members who were erased: whatever set they were in, they take no further step. */
@Repository
public class Erasures {
  private final DSLContext db;

  Erasures(DSLContext db) {
    this.db = db;
  }

  /** Everybody who was erased. */
  public Audience of(WorkspaceId workspace) {
    // An erased member has no key, and the keys have an index.
    return Audience.collect(
        db
            .select(MemberTables.ID)
            .from(MemberTables.MEMBER)
            .where(
                MemberTables.WORKSPACE.eq(workspace.value()),
                MemberTables.KEY.isNull(),
                MemberTables.ERASED_AT.isNotNull())
            .fetch(MemberTables.ID)
            .stream()
            .mapToInt(Integer::intValue));
  }
}
