package io.sluice.engine.analysis;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.audience.AudienceUse;
import io.sluice.engine.audience.AudienceUser;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.Visit;
import io.sluice.node.Audience;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps who of a baseline would have passed the gates, so that later counts say the same. */
@Repository
class BaselineRows implements AudienceUser {
  private static final String NAME = "analysis_baseline";
  private static final Table<Record> BASELINE = table(name(NAME));
  private static final Field<Integer> WORKSPACE = field(name(NAME, "workspace_id"), Integer.class);
  private static final Field<Long> RUN = field(name(NAME, "run_id"), Long.class);
  private static final Field<Long> COHORT = field(name(NAME, "cohort_id"), Long.class);
  private static final Field<String> NODE = field(name(NAME, "node_id"), String.class);
  private static final Field<String> KEPT_BY = field(name(NAME, "baseline"), String.class);
  private static final Field<String> HASH = field(name(NAME, "hash"), String.class);

  private final DSLContext db;
  private final AudienceStore audiences;
  private final TransactionTemplate transaction;

  BaselineRows(DSLContext db, AudienceStore audiences, TransactionTemplate transaction) {
    this.db = db;
    this.audiences = audiences;
    this.transaction = transaction;
  }

  @Override
  public List<AudienceUse> uses() {
    return List.of(new AudienceUse(NAME, "hash"));
  }

  /** What is kept for a visit, or what is found now and kept from now on. */
  Audience kept(Run run, Visit visit, String baseline, Supplier<Audience> find) {
    return read(run, visit, baseline)
        .orElseGet(
            () -> {
              Audience found = find.get();
              transaction.executeWithoutResult(status -> write(run, visit, baseline, found));
              return read(run, visit, baseline).orElse(found);
            });
  }

  private Optional<Audience> read(Run run, Visit visit, String baseline) {
    Record1<String> row =
        db.select(HASH)
            .from(BASELINE)
            .where(
                WORKSPACE.eq(run.workspace().value()),
                RUN.eq(run.id()),
                COHORT.eq(visit.cohort()),
                NODE.eq(visit.node()),
                KEPT_BY.eq(baseline))
            .fetchOne();
    if (row == null) {
      return Optional.empty();
    }
    return Optional.of(
        row.value1() == null ? Audience.empty() : audiences.get(run.workspace(), row.value1()));
  }

  private void write(Run run, Visit visit, String baseline, Audience found) {
    db.insertInto(BASELINE, WORKSPACE, RUN, COHORT, NODE, KEPT_BY, HASH)
        .values(
            run.workspace().value(),
            run.id(),
            visit.cohort(),
            visit.node(),
            baseline,
            found.isEmpty() ? null : audiences.put(run.workspace(), found))
        .onConflict(WORKSPACE, RUN, COHORT, NODE, KEPT_BY)
        .doNothing()
        .execute();
  }
}
