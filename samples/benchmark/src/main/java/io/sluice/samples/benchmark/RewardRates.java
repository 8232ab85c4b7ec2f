package io.sluice.samples.benchmark;

import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.RunState;
import io.sluice.engine.run.Runs;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.workspace.Workspace;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;

/**
 * (i) coupons per second against bare COPY of the same rows, (j) what a person costs on the way
 * through coupon, text and analysis, at two sizes.
 */
final class RewardRates {
  private static final String BATCH =
      "{\"name\":\"Ten off\",\"kind\":\"amount\",\"value\":10,\"issue\":\"direct\",\"perPerson\":1000}";

  private final Bench bench;

  RewardRates(Bench bench) {
    this.bench = bench;
  }

  void measure(Sizes sizes, Table table) {
    Workspace workspace = bench.workspace(sizes.people());
    bench.put(workspace, "coupon-batches/ten", BATCH);
    save(workspace, coupon().file());
    Rates rates = Rates.median(() -> giveAndCopy(workspace));
    table.add(
        new Table.Line(
            "(i)",
            "coupons to %,d people".formatted(sizes.people()),
            Table.perSecond(rates.ours()),
            Table.perSecond(rates.theirs()) + ", bare COPY of the same rows",
            rates.ratio(),
            ""));
    double few = perPerson(bench.workspace(sizes.small()));
    double many = perPerson(workspace);
    table.add(
        new Table.Line(
            "(j)",
            "coupon, sms, analysis: %,d and %,d people".formatted(sizes.people(), sizes.small()),
            micros(many),
            micros(few) + ", a person at the smaller size",
            many / few,
            "<= 1.1"));
  }

  private static Canvases coupon() {
    return new Canvases()
        .node("target", "target-group", "{\"who\":\"everyone\"}")
        .node("coupon", "coupon", "{\"batch\":\"ten\"}")
        .arrow("target", "coupon");
  }

  private Rates giveAndCopy(Workspace workspace) {
    long start = System.nanoTime();
    run(workspace);
    double seconds = (System.nanoTime() - start) / 1e9;
    int people = bench.members(workspace);
    double copied =
        bench.copyRate(
            "select * from coupon where workspace_id = %d".formatted(workspace.id().value()),
            "coupon",
            people);
    clear(workspace);
    return new Rates(people / seconds, copied);
  }

  /** The median of the nanoseconds a person, from the start of a run to its figures. */
  private double perPerson(Workspace workspace) {
    bench.put(workspace, "coupon-batches/ten", BATCH);
    save(
        workspace,
        coupon()
            .node(
                "sms",
                "sms",
                "{\"purpose\":\"service\",\"text\":\"A coupon of ten awaits you.\",\"signature\":\"[Shop]\"}")
            .arrow("coupon", "sms")
            .node("analysis", "analysis", "{\"days\":5}")
            .arrow("sms", "analysis")
            .file());
    Rates rates =
        Rates.median(
            () -> {
              long start = System.nanoTime();
              Run run = run(workspace);
              bench.get(workspace, "runs/" + run.id() + "/analysis");
              double nanos = (double) (System.nanoTime() - start) / bench.members(workspace);
              clear(workspace);
              return new Rates(nanos, 1);
            });
    return rates.ours();
  }

  private static String micros(double nanos) {
    return String.format(Locale.ROOT, "%.2f µs/person", nanos / 1e3);
  }

  private void save(Workspace workspace, String file) {
    bench.get(Campaigns.class).save(workspace.id(), "rewards", "Rewards", file, Optional.empty());
  }

  private Run run(Workspace workspace) {
    Run run = bench.get(RunStarter.class).start(workspace, "rewards", StartOptions.now());
    Runs runs = bench.get(Runs.class);
    while (runs.require(workspace, run.id()).state() != RunState.FINISHED) {
      LockSupport.parkNanos(5_000_000);
    }
    requireEverybody(workspace, run);
    return run;
  }

  /** A rate is worth nothing unless everybody has a coupon. */
  private void requireEverybody(Workspace workspace, Run run) {
    int given =
        bench
            .get(DSLContext.class)
            .fetchSingle(
                "select count(*) from coupon_grant g join coupon c on c.workspace_id = g.workspace_id"
                    + " and c.grant_id = g.id where g.workspace_id = ? and g.run_id = ?",
                workspace.id().value(),
                run.id())
            .get(0, Integer.class);
    if (given != bench.members(workspace)) {
      throw new IllegalStateException(given + " coupons for " + bench.members(workspace));
    }
  }

  private void clear(Workspace workspace) {
    DSLContext db = bench.get(DSLContext.class);
    db.execute("delete from message where workspace_id = ?", workspace.id().value());
    db.execute("delete from coupon where workspace_id = ?", workspace.id().value());
    db.execute("truncate sandbox_message");
    db.execute("vacuum analyze message");
    db.execute("vacuum analyze coupon");
  }
}
