package io.sluice.engine.delivery.sending;

import static io.sluice.engine.delivery.sending.DeliveryTables.*;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deliveries of all workspaces that do not go on by themselves, found by looking. */
@Component
public class DeliveryTroubles {
  /** Once may be a moment's mishap; this often it is not. */
  private static final int REPEATED = 3;

  private static final Table<Record> OTHER = BATCH.as("other_batch");
  private static final Field<Integer> OTHER_WORKSPACE = other("workspace_id", Integer.class);
  private static final Field<Long> OTHER_RUN = other("run_id", Long.class);
  private static final Field<String> OTHER_STATE = other("state", String.class);

  private final DSLContext db;

  DeliveryTroubles(DSLContext db) {
    this.db = db;
  }

  /**
   * A node whose messages are due and not sent.
   *
   * @param due since when
   */
  public record Late(WorkspaceId workspace, long campaign, long run, String node, Instant due) {}

  /**
   * A node whose messages are held for want of money.
   *
   * @param what is short: {@code budget} or {@code balance}
   */
  public record Short(WorkspaceId workspace, long campaign, long run, String node, String what) {}

  /**
   * A node whose messages cannot be made, again and again.
   *
   * @param reason what is wrong and what to do
   */
  public record Failing(
      WorkspaceId workspace, long campaign, long run, String node, String reason) {}

  /** Open deliveries whose messages could not be made several times in a row. */
  public List<Failing> failing() {
    return db.select(WORKSPACE, CAMPAIGN, RUN, NODE, min(TROUBLE_TEXT))
        .from(DELIVERY)
        .join(BATCH)
        .on(isOfDelivery())
        .where(
            STATE.eq(DeliveryState.OPEN.key()),
            TROUBLE.eq(BatchTrouble.Kind.CONTENT.key()),
            TROUBLES.ge(REPEATED))
        .groupBy(WORKSPACE, CAMPAIGN, RUN, NODE)
        .fetch(
            row ->
                new Failing(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  private static Condition isOfDelivery() {
    return BATCH_WORKSPACE
        .eq(WORKSPACE)
        .and(BATCH_RUN.eq(RUN))
        .and(BATCH_COHORT.eq(COHORT))
        .and(BATCH_NODE.eq(NODE));
  }

  /** Open deliveries with batches due before an instant, in runs of which no batch is under way. */
  public List<Late> dueBefore(Instant instant) {
    Field<Instant> due = min(DUE);
    return db.select(WORKSPACE, CAMPAIGN, RUN, NODE, due)
        .from(DELIVERY)
        .join(BATCH)
        .on(isOfDelivery())
        .where(
            STATE.eq(DeliveryState.OPEN.key()),
            BATCH_STATE.eq(BatchState.READY.key()),
            DUE.lt(instant),
            notExists(
                selectOne()
                    .from(OTHER)
                    .where(
                        OTHER_WORKSPACE.eq(WORKSPACE),
                        OTHER_RUN.eq(RUN),
                        OTHER_STATE.in(BatchState.CLAIMED.key(), BatchState.SENDING.key()))))
        .groupBy(WORKSPACE, CAMPAIGN, RUN, NODE)
        .fetch(
            row ->
                new Late(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  /** Deliveries that are held for want of money. */
  public List<Short> shortOfMoney() {
    return db.selectDistinct(WORKSPACE, CAMPAIGN, RUN, NODE, HELD_BY)
        .from(DELIVERY)
        .where(STATE.eq(DeliveryState.HELD.key()), HELD_BY.isNotNull())
        .fetch(
            row ->
                new Short(
                    new WorkspaceId(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5()));
  }

  private static <T> Field<T> other(String column, Class<T> type) {
    return DSL.field(name("other_batch", column), type);
  }
}
