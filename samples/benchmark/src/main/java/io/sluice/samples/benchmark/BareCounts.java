package io.sluice.samples.benchmark;

import io.sluice.engine.workspace.Workspace;
import java.time.Duration;
import org.jooq.DSLContext;

/** The conditions of the canvases as bare SQL counts over whole tables. */
final class BareCounts {
  private final DSLContext db;
  private final int workspace;

  BareCounts(Bench bench, Workspace workspace) {
    this.db = bench.get(DSLContext.class);
    this.workspace = workspace.id().value();
  }

  long level(int least) {
    return count(
        "select count(*) from member where workspace_id = ? and level >= ?", workspace, least);
  }

  long gender() {
    return count(
        "select count(*) from member where workspace_id = ? and gender = 'female'", workspace);
  }

  long tier() {
    return count(
        "select count(*) from member where workspace_id = ? and city_tier <= 2", workspace);
  }

  long language() {
    return count(
        "select count(*) from member where workspace_id = ? and language = 'zh'", workspace);
  }

  long recent() {
    return count(
        "select count(*) from (select member_id from orders where workspace_id = ? and paid_at > cast(? as timestamptz) and paid_at <= cast(? as timestamptz)"
            + " group by member_id having count(*) >= 1) matching",
        workspace,
        daysAgo(90),
        daysAgo(0));
  }

  long spent() {
    return count(
        "select count(*) from (select member_id from orders where workspace_id = ? and paid_at > cast(? as timestamptz) and paid_at <= cast(? as timestamptz)"
            + " group by member_id having sum(amount) >= 300) matching",
        workspace,
        daysAgo(365),
        daysAgo(0));
  }

  /** The time of all six counts, in nanoseconds: the sum of their medians. */
  double nanosOfAll() {
    return Stopwatch.median(3, () -> level(3))
        + Stopwatch.median(3, this::gender)
        + Stopwatch.median(3, this::tier)
        + Stopwatch.median(3, this::language)
        + Stopwatch.median(3, this::recent)
        + Stopwatch.median(3, this::spent);
  }

  private static String daysAgo(int days) {
    return Bench.NOW.minus(Duration.ofDays(days)).toString();
  }

  private long count(String sql, Object... values) {
    return db.fetchSingle(sql, values).get(0, Long.class);
  }
}
