package io.sluice.node.types.time;

import io.sluice.node.DateRef;
import io.sluice.node.Label;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/**
 * The date of each person that a wait is for, and how long before or after it.
 *
 * @param of which date
 * @param attribute the attribute, where it is one
 * @param node the node before that gave the coupon, where it is one of a coupon
 * @param yearly whether its anniversaries count; those of birth dates always do
 * @param amount so many days or hours; none means on the date itself
 * @param unit days by default
 * @param side after it by default
 */
public record WaitDate(
    @Label(en = "Date", zh = "日期") Of of,
    @Label(en = "Attribute", zh = "属性", field = "attribute", when = "of=attribute")
        String attribute,
    @Label(
            en = "Coupon from",
            zh = "发券节点",
            field = "node",
            when = "of=coupon-claimed|coupon-expires")
        String node,
    @Label(en = "Every year", zh = "每年") Boolean yearly,
    @Label(en = "How many", zh = "数量") @Min(0) @Max(WaitDate.MOST) Integer amount,
    @Label(en = "Unit", zh = "单位") Unit unit,
    @Label(en = "Before or after", zh = "之前或之后") Side side) {
  static final int MOST = 3660;

  /** Which date. */
  public enum Of {
    @Label(en = "Birthday", zh = "生日")
    BIRTH_DATE(DateRef.Kind.BIRTH_DATE),
    @Label(en = "A date attribute", zh = "日期属性")
    ATTRIBUTE(DateRef.Kind.ATTRIBUTE),
    @Label(en = "Registration", zh = "注册时间")
    REGISTRATION(DateRef.Kind.REGISTRATION),
    @Label(en = "Coupon claimed", zh = "领券时间")
    COUPON_CLAIMED(DateRef.Kind.COUPON_CLAIMED),
    @Label(en = "Coupon expires", zh = "券到期时间")
    COUPON_EXPIRES(DateRef.Kind.COUPON_EXPIRES),
    @Label(en = "Last paid order", zh = "最近一次付款")
    ORDER_PAID(DateRef.Kind.ORDER_PAID),
    @Label(en = "Last shipped order", zh = "最近一次发货")
    ORDER_SHIPPED(DateRef.Kind.ORDER_SHIPPED),
    @Label(en = "Last confirmed order", zh = "最近一次确认收货")
    ORDER_CONFIRMED(DateRef.Kind.ORDER_CONFIRMED);

    private final DateRef.Kind kind;

    Of(DateRef.Kind kind) {
      this.kind = kind;
    }

    boolean isOfCoupon() {
      return this == COUPON_CLAIMED || this == COUPON_EXPIRES;
    }
  }

  /** In what the distance is counted. */
  public enum Unit {
    @Label(en = "Days", zh = "天")
    DAYS,
    @Label(en = "Hours", zh = "小时")
    HOURS
  }

  /** On which side of the date people go on. */
  public enum Side {
    @Label(en = "Before", zh = "之前")
    BEFORE,
    @Label(en = "After", zh = "之后")
    AFTER
  }

  DateRef ref() {
    return switch (of) {
      case ATTRIBUTE -> new DateRef(of.kind, attribute);
      case COUPON_CLAIMED, COUPON_EXPIRES -> new DateRef(of.kind, node);
      default -> DateRef.of(of.kind);
    };
  }

  boolean returnsEveryYear() {
    return of == Of.BIRTH_DATE || Boolean.TRUE.equals(yearly);
  }

  boolean inHours() {
    return unit == Unit.HOURS;
  }

  /** How many years a date may lie before the day on which people go on for it, at most. */
  int distanceInYears() {
    return Math.max(0, distance()) / (inHours() ? 24 * 365 : 365) + 1;
  }

  /** So many days or hours later; fewer than none is earlier. */
  int distance() {
    int far = Optional.ofNullable(amount).orElse(0);
    return side == Side.BEFORE ? -far : far;
  }
}
