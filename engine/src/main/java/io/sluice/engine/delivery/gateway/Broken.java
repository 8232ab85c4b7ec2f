package io.sluice.engine.delivery.gateway;

import java.time.Instant;

/**
 * Why nothing is handed to a gateway at present.
 *
 * @param since when it broke; the same until it works again
 * @param reason the last failure, a kebab-case code
 * @param tryAgainAt when the next try is let through
 */
public record Broken(Instant since, String reason, Instant tryAgainAt) {}
