package io.sluice.engine.reward.points;

import static io.sluice.engine.reward.points.PointsTables.*;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Shows how balances came about. */
@Repository
class PointsEntries {
  private static final int MOST = 200;

  private final DSLContext db;

  PointsEntries(DSLContext db) {
    this.db = db;
  }

  /** The newest entries of a member, at most 200, the last first. */
  List<PointsController.Entry> newest(WorkspaceId workspace, PointsAccount account, int member) {
    return db.select(POINTS, AT, KIND, CAUSE, NOTE)
        .from(ENTRY)
        .join(CHANGE)
        .on(CHANGE_WORKSPACE.eq(WORKSPACE), CHANGE_ID.eq(ENTRY_CHANGE))
        .where(WORKSPACE.eq(workspace.value()), ENTRY_ACCOUNT.eq(account.id()), MEMBER.eq(member))
        .orderBy(AT.desc(), ENTRY_CHANGE.desc())
        .limit(MOST)
        .fetch(
            row ->
                new PointsController.Entry(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }
}
