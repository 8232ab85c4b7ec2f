package io.sluice.engine.reward.code;

import static io.sluice.engine.reward.code.CodeTables.*;

import io.sluice.engine.segment.RewardFacts.CouponSource;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;

/** Who was given which code. */
@Repository
public class GivenCodes {
  private final DSLContext db;

  GivenCodes(DSLContext db) {
    this.db = db;
  }

  /**
   * The codes that members were given at a node of a run, in whatever cohort they came there, in
   * plain text, by member; who got none is missing.
   */
  public Map<Integer, String> of(CouponSource source, Audience members) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(members.stream().boxed().toList());
    Map<Integer, String> codes = new HashMap<>();
    db.select(MEMBER, CODE)
        .from(wanted.table())
        .join(GIVEN)
        .on(WORKSPACE.eq(source.workspace().value()), MEMBER.eq(wanted.value()))
        .join(GRANT)
        .on(
            GRANT_WORKSPACE.eq(WORKSPACE),
            GRANT_ID.eq(GIVEN_GRANT),
            RUN.eq(source.run()),
            NODE.eq(source.node()))
        .join(CODES)
        .on(isCode())
        .forEach(row -> codes.put(row.value1(), row.value2()));
    return codes;
  }

  /** A code that was given, masked. */
  record Given(
      long serial, int member, String pool, String code, Instant at, Long run, String node) {}

  /** The codes of a pool that were given, by their serial numbers, which come after one. */
  List<Given> ofPool(WorkspaceId workspace, Pool pool, long after, int limit) {
    return select()
        .where(WORKSPACE.eq(workspace.value()), GIVEN_POOL.eq(pool.id()), SERIAL.gt(after))
        .orderBy(SERIAL)
        .limit(limit)
        .fetch(GivenCodes::given);
  }

  /** The codes that a member was given, the last first. */
  List<Given> ofMember(WorkspaceId workspace, int member, int limit) {
    return select()
        .where(WORKSPACE.eq(workspace.value()), MEMBER.eq(member))
        .orderBy(GRANT_AT.desc(), SERIAL.desc())
        .limit(limit)
        .fetch(GivenCodes::given);
  }

  private SelectOnConditionStep<Record> select() {
    return db.select(List.of(SERIAL, MEMBER, POOL_KEY, CODE, GRANT_AT, RUN, NODE))
        .from(GIVEN)
        .join(GRANT)
        .on(GRANT_WORKSPACE.eq(WORKSPACE), GRANT_ID.eq(GIVEN_GRANT))
        .join(CODES)
        .on(isCode())
        .join(POOL)
        .on(POOL_WORKSPACE.eq(WORKSPACE), POOL_ID.eq(GIVEN_POOL));
  }

  private static Condition isCode() {
    return CODE_WORKSPACE.eq(WORKSPACE).and(CODE_POOL.eq(GIVEN_POOL)).and(CODE_SERIAL.eq(SERIAL));
  }

  private static Given given(Record row) {
    return new Given(
        row.get(SERIAL),
        row.get(MEMBER),
        row.get(POOL_KEY),
        mask(row.get(CODE)),
        row.get(GRANT_AT),
        row.get(RUN),
        row.get(NODE));
  }

  /** A quarter of the code, at most four characters, behind dots. */
  static String mask(String code) {
    return "••••" + code.substring(code.length() - Math.min(4, code.length() / 4));
  }
}
