package io.sluice.engine.delivery.sending;

import java.util.Locale;

/** How far a batch is. */
enum BatchState {
  /** Waits for a worker. */
  READY,
  /** A worker has it; nothing has gone out in this attempt. */
  CLAIMED,
  /** Committed before the first call: from here on, something may have gone out. */
  SENDING,
  /** Everybody in it has an outcome. */
  SETTLED;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
