package io.sluice.node;

/** Something that an action writes about people, in our own database. */
public sealed interface Write permits SetWrite, ValueWrite, PointsWrite, CouponWrite, CodeWrite {
  /** What is written. */
  FactRef target();

  /** About whom. */
  Audience members();
}
