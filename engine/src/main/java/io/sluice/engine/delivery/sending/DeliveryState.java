package io.sluice.engine.delivery.sending;

import java.util.Locale;

/** How far a delivery is. */
public enum DeliveryState {
  /** Its batches go out. */
  OPEN,
  /** Nothing of it goes out: the run is paused, or money is short. */
  HELD,
  /** The run was stopped: nothing more of it goes out. */
  STOPPED,
  /** Everybody in it has an outcome. */
  FINISHED;

  /** The name in the database and in answers. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
