package io.sluice.engine.delivery.content.liquid;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is the same for everybody who gets a message.
 *
 * @param trackClicks whether links lead through us
 * @param now what {@code 'now' | date} is
 * @param zone the zone in which instants are shown
 * @param longest how long a rendering may take, for previews; empty for no limit
 */
public record RenderSettings(
    boolean trackClicks, Instant now, ZoneId zone, Optional<Duration> longest) {
  /** Without limit of time. */
  public RenderSettings(boolean trackClicks, Instant now, ZoneId zone) {
    this(trackClicks, now, zone, Optional.empty());
  }

  /** The same with a limit of time. */
  public RenderSettings within(Duration limit) {
    return new RenderSettings(trackClicks, now, zone, Optional.of(limit));
  }
}
