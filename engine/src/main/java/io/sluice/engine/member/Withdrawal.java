package io.sluice.engine.member;

import java.time.Instant;

/**
 * That somebody wants nothing more by a channel, with the evidence.
 *
 * @param basis how it was said, for example {@code unsubscribe}
 * @param wording the words, or null
 * @param source where it was said
 */
public record Withdrawal(String channel, String basis, String wording, String source, Instant at) {}
