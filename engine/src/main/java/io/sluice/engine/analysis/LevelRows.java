package io.sluice.engine.analysis;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.member.ProfileField;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** The levels that members have. */
@Repository
class LevelRows {
  private static final Field<?> LEVEL = column(ProfileField.LEVEL);
  private static final int MOST = 1_000;

  private final DSLContext db;

  LevelRows(DSLContext db) {
    this.db = db;
  }

  /** The levels of a workspace, the lowest first. */
  List<Integer> of(WorkspaceId workspace) {
    return db.selectDistinct(LEVEL)
        .from(MEMBER)
        .where(WORKSPACE.eq(workspace.value()), LEVEL.isNotNull())
        .orderBy(LEVEL)
        .limit(MOST)
        .fetch(row -> ((Number) row.value1()).intValue());
  }
}
