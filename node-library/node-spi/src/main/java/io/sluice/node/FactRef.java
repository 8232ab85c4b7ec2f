package io.sluice.node;

/** Names something about people that nodes read and write. */
public sealed interface FactRef permits SetRef, ValueRef, AccountRef, CouponRef, CodePoolRef {
  /** The word for what it is, for example {@code tag}. */
  String noun();

  /** Its key, as the marketer gave it. */
  String key();
}
