package io.sluice.engine.member;

import java.time.Instant;

/**
 * That a member agreed to be written to on a channel, or withdrew.
 *
 * @param basis the legal basis, for example {@code opt-in}
 * @param wording the words agreed to, or null
 * @param source where it happened, or null
 * @param at when; null if nobody says: then now, and only if it is news
 */
record ConsentChange(
    String channel, boolean granted, String basis, String wording, String source, Instant at) {
  /** The same at another instant; null for none. */
  ConsentChange at(Instant instant) {
    return new ConsentChange(channel, granted, basis, wording, source, instant);
  }
}
