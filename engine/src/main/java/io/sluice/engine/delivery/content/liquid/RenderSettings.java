package io.sluice.engine.delivery.content.liquid;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is the same for everybody who gets a message.
 *
 * @param trackClicks whether links lead through us
 * @param now what {@code 'now' | date} is
 * @param zone the zone in which instants are shown
 */
public record RenderSettings(boolean trackClicks, Instant now, ZoneId zone) {}
