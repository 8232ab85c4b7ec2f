package io.sluice.engine.member.guest;

import java.time.Instant;
import java.util.List;

/**
 * An imported list of phones or e-mail addresses.
 *
 * @param key its key
 * @param kind what its addresses are
 * @param consent on what ground the guests on it may be written to
 * @param columns the names of its other columns
 * @param createdAt when its first file came in
 */
public record ImportedList(
    String key, ListKind kind, Consent consent, List<String> columns, Instant createdAt) {
  /**
   * The ground on which guests may be written to.
   *
   * @param basis the legal basis, for example {@code opt-in}
   * @param wording the words agreed to, or null
   * @param source where it happened, or null
   * @param at when
   */
  public record Consent(String basis, String wording, String source, Instant at) {}
}
