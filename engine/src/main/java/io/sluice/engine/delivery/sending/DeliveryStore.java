package io.sluice.engine.delivery.sending;

import static io.sluice.engine.delivery.sending.DeliveryTables.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The rows of deliveries. */
@Repository
class DeliveryStore {
  private static final TypeReference<Message> MESSAGE = new TypeReference<>() {};
  private static final TypeReference<List<Route.Giver>> MANY = new TypeReference<>() {};

  private final DSLContext db;
  private final ObjectMapper json;

  DeliveryStore(DSLContext db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  void insert(Delivery delivery, Instant now) {
    db.insertInto(DELIVERY)
        .set(WORKSPACE, delivery.ref().workspace().value())
        .set(RUN, delivery.ref().run())
        .set(COHORT, delivery.ref().cohort())
        .set(NODE, delivery.ref().node())
        .set(ENTRY, delivery.entry())
        .set(CAMPAIGN, delivery.campaign())
        .set(SEEN_VERSION, delivery.dataVersion())
        .set(AS_OF, delivery.asOf().orElse(null))
        .set(STATE, DeliveryState.OPEN.key())
        .set(CONTENT, write(delivery.message()))
        .set(LISTS, String.join("\n", delivery.route().lists()))
        .set(GIVERS, write(delivery.route().givers()))
        .set(CREATED, now)
        .execute();
  }

  Delivery get(DeliveryRef ref) {
    return db.select(ENTRY, CAMPAIGN, SEEN_VERSION, AS_OF, CONTENT, LISTS, GIVERS)
        .from(DELIVERY)
        .where(is(ref))
        .fetchSingle(
            row ->
                new Delivery(
                    ref,
                    row.get(ENTRY),
                    row.get(CAMPAIGN),
                    row.get(SEEN_VERSION),
                    Optional.ofNullable(row.get(AS_OF)),
                    read(row.get(CONTENT), MESSAGE),
                    new Route(
                        row.get(LISTS) == null ? List.of() : row.get(LISTS).lines().toList(),
                        row.get(GIVERS) == null ? List.of() : read(row.get(GIVERS), MANY))));
  }

  Optional<DeliveryState> state(DeliveryRef ref) {
    return db.select(STATE).from(DELIVERY).where(is(ref)).fetchOptional(this::state);
  }

  /** The state, locked until the end of the transaction. */
  Optional<DeliveryState> lock(DeliveryRef ref) {
    return db.select(STATE).from(DELIVERY).where(is(ref)).forUpdate().fetchOptional(this::state);
  }

  private DeliveryState state(Record row) {
    return DeliveryState.valueOf(row.get(STATE).toUpperCase(java.util.Locale.ROOT));
  }

  /** Moves all deliveries of a run that are in one of the states to another one. */
  void move(
      WorkspaceId workspace, long run, List<DeliveryState> from, DeliveryState to, String heldBy) {
    db.update(DELIVERY)
        .set(STATE, to.key())
        .set(HELD_BY, heldBy)
        .where(
            WORKSPACE.eq(workspace.value()),
            RUN.eq(run),
            STATE.in(from.stream().map(DeliveryState::key).toList()))
        .execute();
  }

  void finish(DeliveryRef ref, Instant now) {
    db.update(DELIVERY)
        .set(STATE, DeliveryState.FINISHED.key())
        .set(FINISHED, now)
        .where(is(ref))
        .execute();
  }

  void reopen(DeliveryRef ref) {
    db.update(DELIVERY)
        .set(STATE, DeliveryState.OPEN.key())
        .setNull(FINISHED)
        .where(is(ref))
        .execute();
  }

  /** The deliveries of a node in a run. */
  List<DeliveryRef> of(WorkspaceId workspace, long run, String node) {
    return db.select(WORKSPACE, RUN, COHORT, NODE)
        .from(DELIVERY)
        .where(WORKSPACE.eq(workspace.value()), RUN.eq(run), NODE.eq(node))
        .orderBy(COHORT)
        .fetch(DeliveryStore::ref);
  }

  /** What holds the deliveries of a run, besides its pause. */
  Optional<String> heldBy(WorkspaceId workspace, long run) {
    return db.select(HELD_BY)
        .from(DELIVERY)
        .where(WORKSPACE.eq(workspace.value()), RUN.eq(run), HELD_BY.isNotNull())
        .limit(1)
        .fetchOptional(HELD_BY);
  }

  /** What keeps batches of a node from going out. */
  List<Deliveries.Trouble> troubles(WorkspaceId workspace, long run, String node) {
    return db.select(
            TROUBLE,
            DSL.max(TROUBLE_TEXT),
            DSL.min(TROUBLE_SINCE),
            DSL.max(TROUBLES),
            DSL.min(DUE),
            DSL.count())
        .from(BATCH)
        .where(
            BATCH_WORKSPACE.eq(workspace.value()),
            BATCH_RUN.eq(run),
            BATCH_NODE.eq(node),
            TROUBLE.isNotNull())
        .groupBy(TROUBLE)
        .orderBy(TROUBLE)
        .fetch(
            row ->
                new Deliveries.Trouble(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }

  /** Open deliveries none of whose batches is still to be settled. */
  List<DeliveryRef> complete() {
    return db.select(WORKSPACE, RUN, COHORT, NODE)
        .from(DELIVERY)
        .where(
            STATE.eq(DeliveryState.OPEN.key()),
            DSL.notExists(
                DSL.selectOne()
                    .from(BATCH)
                    .where(
                        BATCH_WORKSPACE.eq(WORKSPACE),
                        BATCH_RUN.eq(RUN),
                        BATCH_COHORT.eq(COHORT),
                        BATCH_NODE.eq(NODE),
                        BATCH_STATE.ne(BatchState.SETTLED.key()))))
        .fetch(DeliveryStore::ref);
  }

  /** Deliveries of stopped runs of which nothing is under way or in doubt any more. */
  List<DeliveryRef> stopped() {
    return db.select(WORKSPACE, RUN, COHORT, NODE)
        .from(DELIVERY)
        .where(
            STATE.eq(DeliveryState.STOPPED.key()),
            FINISHED.isNull(),
            DSL.notExists(
                DSL.selectOne()
                    .from(BATCH)
                    .where(
                        BATCH_WORKSPACE.eq(WORKSPACE),
                        BATCH_RUN.eq(RUN),
                        BATCH_COHORT.eq(COHORT),
                        BATCH_NODE.eq(NODE),
                        BATCH_STATE
                            .in(BatchState.CLAIMED.key(), BatchState.SENDING.key())
                            .or(
                                BATCH_STATE
                                    .eq(BatchState.READY.key())
                                    .and(BatchStore.isInDoubtOfStopped())))))
        .fetch(DeliveryStore::ref);
  }

  void noteEnd(DeliveryRef ref, Instant now) {
    db.update(DELIVERY).set(FINISHED, now).where(is(ref)).execute();
  }

  private static DeliveryRef ref(Record row) {
    return new DeliveryRef(
        new WorkspaceId(row.get(WORKSPACE)), row.get(RUN), row.get(COHORT), row.get(NODE));
  }

  private static Condition is(DeliveryRef ref) {
    return WORKSPACE
        .eq(ref.workspace().value())
        .and(RUN.eq(ref.run()))
        .and(COHORT.eq(ref.cohort()))
        .and(NODE.eq(ref.node()));
  }

  private String write(Object plain) {
    try {
      return json.writeValueAsString(plain);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message and what stands before it are plain data", e);
    }
  }

  private <T> T read(String content, TypeReference<T> type) {
    try {
      return json.readValue(content, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored delivery cannot be read", e);
    }
  }
}
