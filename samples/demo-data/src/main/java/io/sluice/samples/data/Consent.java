package io.sluice.samples.data;

import java.time.Instant;

/**
 * What somebody agreed to.
 *
 * @param channel {@code sms}, {@code email} or {@code push}
 * @param withdrawnAt when they took it back; null if they did not
 */
public record Consent(String channel, Instant givenAt, Instant withdrawnAt) {}
