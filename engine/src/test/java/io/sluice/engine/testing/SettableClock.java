package io.sluice.engine.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A business clock that a test moves ahead; it takes the process engine's clock with it. */
public final class SettableClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  /** Lets time pass. */
  public void pass(Duration duration) {
    ahead = ahead.plus(duration);
    ClockUtil.offset(ahead.toMillis());
  }

  /** Back to the present. */
  public void reset() {
    ahead = Duration.ZERO;
    ClockUtil.reset();
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
