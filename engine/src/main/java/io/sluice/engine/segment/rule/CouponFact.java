package io.sluice.engine.segment.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of a person's coupons. */
public enum CouponFact {
  /** One was offered to the person, or given. */
  OFFERED,
  /** The person has one, or had. */
  CLAIMED,
  /** One was used. */
  USED,
  /** The person has one that can still be used. */
  UNUSED,
  /** One expired before it was used. */
  EXPIRED,
  /** One was revoked. */
  REVOKED;

  /** The name in rules. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fact of that name. */
  public static Optional<CouponFact> of(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
  }

  /** The names of all facts. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(CouponFact::key).toList();
  }
}
