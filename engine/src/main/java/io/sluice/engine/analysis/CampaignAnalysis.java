package io.sluice.engine.analysis;

import java.time.Instant;
import java.util.List;

/**
 * What came of all runs of a campaign.
 *
 * @param campaign its key
 * @param asOf orders, clicks and goals before this instant are counted
 * @param total all runs together, each order once
 * @param actions the actions of all runs side by side; those of several runs add up how many people
 *     they reached, count each order and each buyer once, and are compared with nobody
 * @param runs the runs, the last first
 */
public record CampaignAnalysis(
    String campaign, Instant asOf, Total total, List<ActionFigures> actions, List<RunTotal> runs) {
  /**
   * A run in the list.
   *
   * @param run the run
   * @param endedAt when it ended, in its own time; null while it goes on
   * @param until the first instant after all windows; null while the run goes on
   * @param complete whether all windows are over
   * @param total its actions together
   * @param goal the goal of the campaign; null where it has none
   */
  public record RunTotal(
      long run, Instant endedAt, Instant until, boolean complete, Total total, GoalFigures goal) {}
}
