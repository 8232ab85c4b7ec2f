package io.sluice.engine.segment;

import java.time.Period;

/**
 * Where one stage of the lifecycle ends and the next begins.
 *
 * @param newFor how long a member counts as new, by the calendar of the workspace
 * @param active the last whole day since the last order on which a member is active
 * @param silent the last day of silent
 * @param sleeping the last day of sleeping
 * @param aboutToChurn the last day of about to churn
 * @param churned the last day of churned; after it a member is long gone
 */
public record LifecycleThresholds(
    Period newFor, int active, int silent, int sleeping, int aboutToChurn, int churned) {
  /** One month; 90, 180, 270, 365 and 730 days. */
  public static final LifecycleThresholds DEFAULTS =
      new LifecycleThresholds(Period.ofMonths(1), 90, 180, 270, 365, 730);
}
