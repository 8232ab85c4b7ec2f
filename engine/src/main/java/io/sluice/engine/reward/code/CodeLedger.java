package io.sluice.engine.reward.code;

import static io.sluice.engine.reward.code.CodeTables.*;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.CodeWrite;
import io.sluice.node.NodeFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives codes: each once, to one person; each grant is written once. */
@Repository
public class CodeLedger {
  private static final int ROWS_AT_ONCE = 20_000;
  private static final List<Field<?>> FIELDS =
      List.of(WORKSPACE, GIVEN_POOL, SERIAL, GIVEN_GRANT, MEMBER);

  private final DSLContext db;
  private final BulkInsert bulk;
  private final CodePools pools;

  CodeLedger(DSLContext db, BulkInsert bulk, CodePools pools) {
    this.db = db;
    this.bulk = bulk;
    this.pools = pools;
  }

  /**
   * The node of a run that gives codes.
   *
   * @param cause at most 300 characters, unique per pool
   * @param note anything worth keeping with it, at most 1,000 characters, or null
   */
  public record Source(String cause, String note, long run, String node, long cohort) {}

  /**
   * Gives the next codes of a pool to the members, one each, in the caller's transaction.
   *
   * @param at when it happens
   * @return false if codes of the same cause were given already: then nothing is done
   * @throws NodeFailure if there is no such pool, or if too few are left
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean give(WorkspaceId workspace, CodeWrite write, Instant at, Source source) {
    String key = write.target().key();
    Pool pool =
        pools
            .locked(workspace, key)
            .orElseThrow(
                () -> new NodeFailure("There is no pool of codes '" + key + "'; make it."));
    if (isThere(workspace, pool, source.cause())) {
      return false;
    }
    int count = write.members().size();
    if (pool.left() < count) {
      throw new NodeFailure(
          "Of the codes '%s' %d are left and %d were to be given; retry, and the node looks anew"
              .formatted(key, pool.left(), count));
    }
    long grant = insertGrant(workspace, pool, at, source);
    List<Object[]> rows = new ArrayList<>();
    long serial = pool.given();
    PrimitiveIterator.OfInt members = write.members().stream().iterator();
    while (members.hasNext()) {
      rows.add(new Object[] {workspace.value(), pool.id(), ++serial, grant, members.nextInt()});
      if (rows.size() == ROWS_AT_ONCE || !members.hasNext()) {
        bulk.insert(GIVEN, FIELDS, rows);
        rows.clear();
      }
    }
    pools.gave(workspace, pool, count);
    return true;
  }

  private boolean isThere(WorkspaceId workspace, Pool pool, String cause) {
    return db.fetchExists(
        db.selectOne()
            .from(GRANT)
            .where(
                GRANT_WORKSPACE.eq(workspace.value()), GRANT_POOL.eq(pool.id()), CAUSE.eq(cause)));
  }

  private long insertGrant(WorkspaceId workspace, Pool pool, Instant at, Source source) {
    return db.insertInto(GRANT)
        .set(GRANT_WORKSPACE, workspace.value())
        .set(GRANT_POOL, pool.id())
        .set(CAUSE, source.cause())
        .set(NOTE, source.note())
        .set(RUN, source.run())
        .set(NODE, source.node())
        .set(COHORT, source.cohort())
        .set(GRANT_AT, at)
        .returningResult(GRANT_ID)
        .fetchSingle()
        .value1();
  }
}
