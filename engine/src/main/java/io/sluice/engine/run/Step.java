package io.sluice.engine.run;

import java.time.Instant;
import java.util.Locale;

/**
 * A cohort at a node.
 *
 * @param state how far it is there
 * @param instant as of when the node's conditions are read
 * @param release when it goes on, and the instant of the nodes behind it
 * @param in how many people arrived
 * @param skip whether somebody decided that an overdue wait is not carried out
 */
record Step(
    long cohort,
    String node,
    State state,
    Instant instant,
    Instant release,
    int in,
    boolean skip,
    Instant arrivedAt,
    Instant finishedAt) {
  /** How far a cohort is at a node. */
  enum State {
    /** It has arrived and goes on at an instant. */
    WAITING,
    /** It has arrived and goes on when everybody in it has an outcome. */
    SENDING,
    /** It has gone on. */
    DONE;

    /** The name in the database. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean waiting() {
    return state == State.WAITING;
  }
}
