package io.sluice.engine.delivery.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An instant by which something must be over. */
final class Deadline {
  private final long end;

  /** That long from now. */
  Deadline(Duration duration) {
    this.end = System.nanoTime() + duration.toNanos();
  }

  /** That long from now; over already where there is no duration. */
  Deadline(Optional<Duration> duration) {
    this(duration.orElse(Duration.ofNanos(-1)));
  }

  boolean isOver() {
    return left().isNegative();
  }

  Duration left() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  /** Waits that long; returns false at once where the deadline comes before, or if interrupted. */
  boolean pause(Duration duration) {
    if (duration.compareTo(left()) > 0) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
