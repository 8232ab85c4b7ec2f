package io.sluice.node;

import java.util.Optional;

/** Collects what is wrong with a node's settings, and knows what they may refer to. */
public interface NodeCheck {
  /** Whether the workspace has the segment. */
  boolean hasSegment(String key);

  /** Whether the workspace has the imported list. */
  boolean hasList(String key);

  /** What the workspace's attribute of that key is like; empty where there is none. */
  Optional<AttributeKind> attributeKind(String key);

  /** Whether the workspace has the account of points. */
  boolean hasAccount(String key);

  /** How the workspace's batch of coupons is set up; empty where there is none. */
  Optional<CouponKind> couponKind(String key);

  /** How the workspace's offer stands now; empty where there is none. */
  Optional<DiscountOffer> discountOffer(String key);

  /** How the workspace's pool of codes stands now; empty where there is none. */
  Optional<CodePool> codePool(String key);

  /** Whether a node of that id comes before this one and gives coupons. */
  boolean givesCoupons(String node);

  /**
   * Reports something that must be mended before the campaign can run.
   *
   * @param code a kebab-case code
   * @param field the setting, for example {@code draws[1].ratio}
   * @param message what is wrong and how to mend it
   */
  void error(String code, String field, Text message);

  /** Reports something the marketer should know. */
  void warning(String code, String field, Text message);
}
