package io.sluice.engine.member;

import static org.jooq.impl.DSL.select;

import io.sluice.engine.member.guest.GuestTables;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The people who were erased: whatever set they were in, they take no further step. */
@Repository
public class Erasures {
  private final DSLContext db;

  Erasures(DSLContext db) {
    this.db = db;
  }

  /** Everybody who was erased, members and guests. */
  public Audience of(WorkspaceId workspace) {
    // Who is erased has neither key nor address, and those have an index.
    return Audience.collect(
        db
            .select(MemberTables.ID)
            .from(MemberTables.MEMBER)
            .where(
                MemberTables.WORKSPACE.eq(workspace.value()),
                MemberTables.KEY.isNull(),
                MemberTables.ERASED_AT.isNotNull())
            .unionAll(
                select(GuestTables.ID)
                    .from(GuestTables.GUEST)
                    .where(
                        GuestTables.WORKSPACE.eq(workspace.value()),
                        GuestTables.ADDRESS_KEY.isNull()))
            .fetch(0, Integer.class)
            .stream()
            .mapToInt(Integer::intValue));
  }
}
