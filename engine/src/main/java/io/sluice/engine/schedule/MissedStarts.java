package io.sluice.engine.schedule;

import static io.sluice.engine.schedule.ScheduleTables.*;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Scheduled starts that did not happen. */
@Component
public class MissedStarts {
  private final DSLContext db;

  MissedStarts(DSLContext db) {
    this.db = db;
  }

  /**
   * A start that did not happen.
   *
   * @param slot when it was to happen
   * @param reason why it did not
   */
  public record MissedStart(WorkspaceId workspace, long campaign, Instant slot, String reason) {}

  /** Those of all workspaces that were given up after an instant. */
  public List<MissedStart> since(Instant instant) {
    return db.select(SLOT_WORKSPACE, SLOT_CAMPAIGN, SLOT_START, REASON)
        .from(SLOT)
        .where(STATE.ne(Slot.State.STARTED.key()), AT.gt(instant))
        .fetch(
            row ->
                new MissedStart(
                    new WorkspaceId(row.value1()), row.value2(), row.value3(), row.value4()));
  }
}
