package io.sluice.engine.segment;

import java.time.Instant;

/**
 * What a count is pinned to, so that it does not change while somebody looks at it.
 *
 * @param instant when conditions are read, in whole microseconds
 * @param dataVersion how often members, attributes or orders had changed
 */
public record Pin(Instant instant, long dataVersion) {}
