package io.sluice.engine.analysis;

import java.time.Instant;
import java.util.List;

/**
 * What came of a run.
 *
 * @param run the run
 * @param campaign the key of its campaign
 * @param version the version of its canvas
 * @param endedAt when it ended, in its own time; null while it goes on
 * @param asOf orders, clicks and goals before this instant are counted
 * @param until the first instant after all windows; null while the run goes on
 * @param complete whether all windows are over
 * @param total all actions together, each order once
 * @param goal the goal of the campaign; null where it has none
 * @param actions the actions, in the order of the canvas; one that several observers watch stands
 *     here once for each
 */
public record RunAnalysis(
    long run,
    String campaign,
    int version,
    Instant endedAt,
    Instant asOf,
    Instant until,
    boolean complete,
    Total total,
    GoalFigures goal,
    List<ActionFigures> actions) {}
