package io.sluice.engine.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Period;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where the stages of the lifecycle begin and end in each workspace. */
@Repository
class Lifecycle {
  private static final Table<Record> THRESHOLDS = table(name("lifecycle_thresholds"));
  private static final Field<Integer> WORKSPACE = field(named("workspace_id"), Integer.class);
  private static final Field<String> NEW_FOR = field(named("new_for"), String.class);
  private static final Field<Integer> ACTIVE = field(named("active"), Integer.class);
  private static final Field<Integer> SILENT = field(named("silent"), Integer.class);
  private static final Field<Integer> SLEEPING = field(named("sleeping"), Integer.class);
  private static final Field<Integer> ABOUT_TO_CHURN =
      field(named("about_to_churn"), Integer.class);
  private static final Field<Integer> CHURNED = field(named("churned"), Integer.class);

  private final DSLContext db;
  private final Workspaces workspaces;

  Lifecycle(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  private static org.jooq.Name named(String column) {
    return name("lifecycle_thresholds", column);
  }

  LifecycleThresholds thresholds(WorkspaceId workspace) {
    return db.select(NEW_FOR, ACTIVE, SILENT, SLEEPING, ABOUT_TO_CHURN, CHURNED)
        .from(THRESHOLDS)
        .where(WORKSPACE.eq(workspace.value()))
        .fetchOptional(
            row ->
                new LifecycleThresholds(
                    Period.parse(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6()))
        .orElse(LifecycleThresholds.DEFAULTS);
  }

  @Transactional
  void put(WorkspaceId workspace, LifecycleThresholds wanted) {
    db.deleteFrom(THRESHOLDS).where(WORKSPACE.eq(workspace.value())).execute();
    db.insertInto(THRESHOLDS, WORKSPACE, NEW_FOR, ACTIVE, SILENT, SLEEPING, ABOUT_TO_CHURN, CHURNED)
        .values(
            workspace.value(),
            wanted.newFor().toString(),
            wanted.active(),
            wanted.silent(),
            wanted.sleeping(),
            wanted.aboutToChurn(),
            wanted.churned())
        .execute();
    workspaces.dataChanged(workspace);
  }
}
