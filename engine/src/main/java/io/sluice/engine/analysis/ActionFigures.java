package io.sluice.engine.analysis;

import java.time.Instant;

/**
 * What came of an action of a run.
 *
 * @param node the action
 * @param name its name on screen
 * @param type its node type
 * @param analysis the observer that says what is counted; null where none hangs on the action
 * @param days how many whole days after the end of the run count
 * @param until the first instant that does not count any more; null while the run goes on
 * @param reach how many people it was meant for, and what became of them
 * @param response what they did with it, and what it cost
 * @param sales what they bought
 * @param intent how many of them came close to buying
 * @param comparison with the people left alone; null where the observer names none
 */
public record ActionFigures(
    String node,
    String name,
    String type,
    String analysis,
    int days,
    Instant until,
    Reach reach,
    Response response,
    Sales sales,
    Intent intent,
    Comparison comparison) {}
