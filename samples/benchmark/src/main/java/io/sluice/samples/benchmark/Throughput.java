package io.sluice.samples.benchmark;

import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.RunState;
import io.sluice.engine.run.Runs;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.segment.leaf.LeafCache;
import io.sluice.engine.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** (a) people per second through a campaign, and (b) what that leaves in Camunda's tables. */
final class Throughput {
  private static final int REPETITIONS = 5;

  private final Bench bench;

  Throughput(Bench bench) {
    this.bench = bench;
  }

  void measure(Sizes sizes, Table table) {
    PlainCamunda plain = new PlainCamunda(bench);
    double plainRate = plain.peoplePerSecond(sizes.plain(), true);
    double plainAtOnce = plain.peoplePerSecond(sizes.plain(), false);
    table.add(
        new Table.Line(
            "(a)",
            "plain Camunda, one instance per person, %,d people".formatted(sizes.plain()),
            "",
            Table.perSecond(plainRate),
            Double.NaN,
            "at least 100/s or void"));
    for (int people : new int[] {sizes.small(), sizes.people()}) {
      Workspace workspace = bench.workspace(people);
      save(workspace);
      double nanos =
          Stopwatch.median(
              REPETITIONS, () -> bench.get(LeafCache.class).clear(), () -> run(workspace));
      double rate = people / (nanos / 1e9);
      table.add(
          new Table.Line(
              "(a)",
              "target, filter, split, tag, end: %,d people, cold".formatted(people),
              Table.perSecond(rate),
              Table.perSecond(plainRate) + ", a transaction per step",
              rate / plainRate,
              people == sizes.people() ? ">= 3,000" : ""));
      table.add(
          new Table.Line(
              "(a)",
              "the same, %,d people".formatted(people),
              Table.perSecond(rate),
              Table.perSecond(plainAtOnce) + ", a transaction per person",
              rate / plainAtOnce,
              ""));
    }
    footprint(sizes, table);
  }

  private void footprint(Sizes sizes, Table table) {
    Workspace few = bench.workspace(Math.max(1, sizes.people() / 1_000));
    Workspace many = bench.workspace(sizes.people());
    save(few);
    save(many);
    run(few);
    run(many);
    Rows small = rowsOf(() -> run(few));
    Rows large = rowsOf(() -> run(many));
    table.add(
        new Table.Line(
            "(b)",
            "Camunda jobs, %,d and %,d people".formatted(sizes.people() / 1_000, sizes.people()),
            Long.toString(large.jobs()),
            Long.toString(small.jobs()),
            (double) large.jobs() / small.jobs(),
            "the same"));
    table.add(
        new Table.Line(
            "(b)",
            "Camunda history rows, the same",
            Long.toString(large.history()),
            Long.toString(small.history()),
            (double) large.history() / small.history(),
            "the same"));
  }

  private record Rows(long jobs, long history) {}

  /** Rows inserted while the work went on, counted by triggers. */
  private Rows rowsOf(Runnable work) {
    DSLContext db = bench.get(DSLContext.class);
    db.execute("create table inserted_row (of_table text)");
    db.execute(
        "create function count_inserted() returns trigger language plpgsql as"
            + " 'begin insert into inserted_row values (tg_table_name); return new; end'");
    List<String> tables =
        db.fetch(
                "select relname from pg_class where relkind = 'r' and (relname = 'act_ru_job' or relname like 'act\\_hi\\_%')")
            .getValues(0, String.class);
    for (String table : tables) {
      db.execute(
          "create trigger count_inserted after insert on {0} for each row execute function count_inserted()",
          DSL.name(table));
    }
    work.run();
    Rows rows =
        new Rows(
            count(db, "select count(*) from inserted_row where of_table = 'act_ru_job'"),
            count(db, "select count(*) from inserted_row where of_table <> 'act_ru_job'"));
    db.execute("drop function count_inserted() cascade");
    db.execute("drop table inserted_row");
    return rows;
  }

  private static long count(DSLContext db, String sql) {
    return db.fetchSingle(sql).get(0, Long.class);
  }

  private void save(Workspace workspace) {
    String file =
        new Canvases()
            .node("target", "target-group", "{\"who\":\"everyone\"}")
            .filter("filter", "target", Question.levelAtLeast(3))
            .node(
                "split",
                "split",
                "{\"variants\":[{\"key\":\"a\",\"name\":\"A\",\"percent\":50},{\"key\":\"b\",\"name\":\"B\",\"percent\":50}]}")
            .arrow("filter", "split")
            .node("tag", "tag", "{\"tag\":\"benchmark\",\"action\":\"add\"}")
            .arrow("split.a", "tag")
            .file();
    bench
        .get(Campaigns.class)
        .save(workspace.id(), "throughput", "Throughput", file, Optional.empty());
  }

  private void run(Workspace workspace) {
    Run run = bench.get(RunStarter.class).start(workspace, "throughput", StartOptions.now());
    Runs runs = bench.get(Runs.class);
    while (runs.require(workspace, run.id()).state() != RunState.FINISHED) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
