package io.sluice.engine.segment.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can have become of a person's message. */
public enum Happening {
  /** The gateway took it. */
  ACCEPTED(false),
  /** It reached the person, and did not come back. */
  DELIVERED(true),
  /** The gateway refused it, or told later that it will not reach the person. */
  FAILED(false),
  /** The person followed a link in it. */
  CLICKED(true),
  /** The person answered it. */
  REPLIED(true),
  /** The person asked for no more by its link or by an answer. */
  UNSUBSCRIBED(true),
  /** The person opened it. */
  OPENED(true),
  /** The mailbox sent it back. */
  BOUNCED(true),
  /** It was held back, for whatever reason. */
  SUPPRESSED(false),
  /** Nobody knows whether it was sent. */
  UNKNOWN(false);

  private final boolean later;

  Happening(boolean later) {
    this.later = later;
  }

  /** Whether it happens after the sending, so that nobody can forecast it. */
  public boolean isLater() {
    return later;
  }

  /** Whether the gateway's receipts tell of it, so that it can be waited for. */
  public boolean isToldByReceipt() {
    return this == DELIVERED || this == FAILED || this == BOUNCED;
  }

  /** The name in rules, such as {@code clicked}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The happening of that name. */
  public static Optional<Happening> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }

  /** All names. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Happening::key).toList();
  }
}
