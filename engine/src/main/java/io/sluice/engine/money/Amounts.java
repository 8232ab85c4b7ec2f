package io.sluice.engine.money;

import io.sluice.engine.web.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money as they come in and go out. */
public final class Amounts {
  /** The digits after the point that are kept. */
  static final int SCALE = 6;

  private static final int SHOWN = 2;

  private Amounts() {}

  /** The amount without needless zeros, with two digits after the point at least. */
  public static BigDecimal shown(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.scale() < SHOWN ? plain.setScale(SHOWN, RoundingMode.UNNECESSARY) : plain;
  }

  /**
   * An amount from outside: not negative, at most so many digits before and six after the point.
   *
   * @throws Problem 400 otherwise
   */
  public static BigDecimal checked(String field, BigDecimal amount, int digits) {
    // The digits are counted before anything is computed: 1e999999999 is a short text.
    if (amount == null
        || amount.signum() < 0
        || (long) amount.precision() - amount.scale() > digits
        || amount.scale() > SCALE && (amount.scale() > 100 || tooFine(amount))) {
      throw Problem.badField(
          "bad-amount",
          field,
          "'%s' must be an amount from 0 on, with at most %d digits before and %d after the point."
              .formatted(field, digits, SCALE));
    }
    return amount;
  }

  private static boolean tooFine(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > SCALE;
  }

  /** What the code hands in: a negative amount is a mistake in the program. */
  static BigDecimal required(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("A negative amount: " + amount);
    }
    return amount.setScale(SCALE, RoundingMode.HALF_UP);
  }
}
