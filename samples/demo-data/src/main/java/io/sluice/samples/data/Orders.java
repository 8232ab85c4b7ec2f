package io.sluice.samples.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws the orders of a person. */
final class Orders {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int SECONDS_A_DAY = 86_400;
  private static final int MOST_PRODUCTS = 40;

  private final Instant reference;

  Orders(Instant reference) {
    this.reference = reference;
  }

  /** The paid orders, the latest first, and for some one that was never paid. */
  List<Order> draw(Activity activity, Dice dice) {
    List<Order> orders = new ArrayList<>(activity.orders().length + 1);
    for (int daysAgo : activity.orders()) {
      orders.add(paid(daysAgo, dice));
    }
    if (dice.percent(6)) {
      Instant placed = instant(dice.below(activity.registered() + 1), dice);
      orders.add(new Order(false, placed, null, null, null, null, lines(dice)));
    }
    return orders;
  }

  private Order paid(int daysAgo, Dice dice) {
    Instant paid = instant(daysAgo, dice);
    boolean presale = dice.percent(4);
    Instant placed = paid.minusSeconds(presale ? 15L * SECONDS_A_DAY : dice.between(20, 3_600));
    Instant shipped = ifReached(paid.plusSeconds(dice.between(3_600, 2 * SECONDS_A_DAY)));
    Instant confirmed = ifReached(paid.plus(DAY.multipliedBy(dice.between(3, 10))));
    Instant refunded =
        dice.percent(3) ? ifReached(paid.plus(DAY.multipliedBy(dice.between(4, 20)))) : null;
    return new Order(presale, placed, paid, shipped, confirmed, refunded, lines(dice));
  }

  /** So many whole days, and less than one more, before the reference. */
  private Instant instant(int daysAgo, Dice dice) {
    return reference.minusSeconds((long) daysAgo * SECONDS_A_DAY + dice.below(SECONDS_A_DAY));
  }

  private Instant ifReached(Instant instant) {
    return instant.isAfter(reference) ? null : instant;
  }

  private static List<Order.Line> lines(Dice dice) {
    int count = dice.percent(75) ? 1 : dice.between(2, 3);
    List<Order.Line> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String category = dice.oneOf(Traits.CATEGORIES);
      int items = dice.percent(80) ? 1 : dice.between(2, 4);
      long cents = (long) items * (dice.between(19, 899) * 100L + 90);
      String product = category + "-" + dice.between(1, MOST_PRODUCTS);
      lines.add(new Order.Line(product, category, items, BigDecimal.valueOf(cents, 2)));
    }
    return lines;
  }
}
