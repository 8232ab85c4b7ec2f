package io.sluice.engine.reward.points;

import static io.sluice.engine.reward.points.PointsTables.*;

import io.sluice.engine.web.IdempotencyKey;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /** Points that one member was given or lost by hand. */
  record Given(int member, long points, String note) {
    /**
     * Passes where the same was asked for.
     *
     * @throws Problem 422 otherwise
     */
    void requireSame(int otherMember, long otherPoints, String otherNote) {
      if (member != otherMember) {
        throw IdempotencyKey.reused("another member of this account");
      }
      if (points != otherPoints || !Objects.equals(note, otherNote)) {
        throw IdempotencyKey.reused(
            points + " points" + (note == null ? "" : " with the note '" + note + "'"));
      }
    }
  }

  /** What was written of one member for a cause. */
  Optional<Given> ofCause(WorkspaceId workspace, PointsAccount account, String cause) {
    return db.select(MEMBER, POINTS, NOTE)
        .from(CHANGE)
        .join(ENTRY)
        .on(
            WORKSPACE.eq(CHANGE_WORKSPACE),
            ENTRY_ACCOUNT.eq(CHANGE_ACCOUNT),
            ENTRY_CHANGE.eq(CHANGE_ID))
        .where(
            CHANGE_WORKSPACE.eq(workspace.value()),
            CHANGE_ACCOUNT.eq(account.id()),
            CAUSE.eq(cause))
        .fetchOptional(row -> new Given(row.value1(), row.value2(), row.value3()));
  }
}
