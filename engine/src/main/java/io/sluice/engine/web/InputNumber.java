package io.sluice.engine.web;

import java.math.BigDecimal;
import java.util.Optional;

/** What a number from outside must be like to be kept. */
public final class InputNumber {
  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final int AMOUNT_DECIMALS = 4;
  private static final int SHARE_DECIMALS = 8;

  private InputNumber() {}

  /**
   * The amount of money, from 0 to 1,000,000,000 with at most 4 decimals.
   *
   * @throws Problem 400 otherwise
   */
  public static BigDecimal amount(String field, BigDecimal amount) {
    if (amount == null
        || amount.signum() < 0
        || amount.compareTo(MOST) > 0
        || decimals(amount) > AMOUNT_DECIMALS) {
      throw bad(field, "must be a number from 0 to 1000000000 with at most 4 decimals");
    }
    return amount;
  }

  /** The same where it may be left out. */
  public static Optional<BigDecimal> anyAmount(String field, BigDecimal amount) {
    return Optional.ofNullable(amount).map(known -> amount(field, known));
  }

  /**
   * The share, from 0 to 1 with at most 8 decimals; 1 where it is left out.
   *
   * @throws Problem 400 otherwise
   */
  public static BigDecimal share(String field, BigDecimal share) {
    BigDecimal known = share == null ? BigDecimal.ONE : share;
    if (known.signum() < 0
        || known.compareTo(BigDecimal.ONE) > 0
        || decimals(known) > SHARE_DECIMALS) {
      throw bad(field, "must be 0 to 1, with at most 8 decimals");
    }
    return known;
  }

  /**
   * The whole number, from 1 to {@code most}.
   *
   * @throws Problem 400 otherwise
   */
  public static <N extends Number> N count(String field, N number, long most) {
    if (number == null || number.longValue() < 1 || number.longValue() > most) {
      throw bad(field, "must be a whole number from 1 to " + most);
    }
    return number;
  }

  /** The number as it is shown: without zeros behind the point. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static int decimals(BigDecimal number) {
    return number.stripTrailingZeros().scale();
  }

  private static Problem bad(String field, String what) {
    String name = field.substring(field.lastIndexOf('/') + 1);
    return Problem.badField("bad-number", field, "'" + name + "' " + what + ".");
  }
}
