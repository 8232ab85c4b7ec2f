package io.sluice.node;

import java.math.BigDecimal;

/** What members have of what can be given to them, at one instant. */
public interface Rewards {
  /**
   * Who has at least so many points. A member without entries has none.
   *
   * @throws NodeFailure if there is no such account
   */
  Audience withPoints(String account, long atLeast);

  /**
   * What one point costs, in the currency of the workspace; zero where it has no price.
   *
   * @throws NodeFailure if there is no such account
   */
  BigDecimal costOfPoint(String account);

  /** Who is in a kept set; nobody where there is no such set. */
  Audience in(SetRef set);

  /**
   * How a batch of coupons stands.
   *
   * @throws NodeFailure if there is no such batch
   */
  CouponBatch coupons(String batch);

  /**
   * How an offer stands for which people can be marked.
   *
   * @throws NodeFailure if there is no such offer
   */
  DiscountOffer offer(String key);

  /**
   * How a pool of codes stands.
   *
   * @throws NodeFailure if there is no such pool
   */
  CodePool codes(String pool);
}
