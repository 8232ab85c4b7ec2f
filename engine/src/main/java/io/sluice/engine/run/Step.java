package io.sluice.engine.run;

import java.time.Instant;

/**
 * A cohort at a node.
 *
 * @param waiting whether it has arrived and not gone on
 * @param instant as of when the node's conditions are read
 * @param release when it goes on, and the instant of the nodes behind it
 * @param in how many people arrived
 * @param skip whether somebody decided that an overdue wait is not carried out
 */
record Step(
    long cohort,
    String node,
    boolean waiting,
    Instant instant,
    Instant release,
    int in,
    boolean skip,
    Instant arrivedAt,
    Instant finishedAt) {}
