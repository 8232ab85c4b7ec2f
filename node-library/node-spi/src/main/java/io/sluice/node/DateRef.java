package io.sluice.node;

/**
 * Names a date of people.
 *
 * @param kind which date
 * @param key the attribute, or the node that gave the coupon; empty where the kind says it all
 */
public record DateRef(Kind kind, String key) {
  /** The kinds of dates. */
  public enum Kind {
    /** The day on which they were born. */
    BIRTH_DATE(true),
    /** The day in a custom attribute. */
    ATTRIBUTE(true),
    /** When they became members. */
    REGISTRATION(false),
    /** When they got or claimed the coupon that a node before gave them. */
    COUPON_CLAIMED(false),
    /** When that coupon expires. */
    COUPON_EXPIRES(false),
    /** When they last paid an order. */
    ORDER_PAID(false),
    /** When an order of theirs was last shipped. */
    ORDER_SHIPPED(false),
    /** When they last confirmed the receipt of an order. */
    ORDER_CONFIRMED(false);

    private final boolean day;

    Kind(boolean day) {
      this.day = day;
    }

    /** Whether it is a day of the calendar and no instant. */
    public boolean isDay() {
      return day;
    }
  }

  /** A date that its kind says all of. */
  public static DateRef of(Kind kind) {
    return new DateRef(kind, "");
  }
}
