package io.sluice.engine.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients of figures: always of sums, never means of quotients. */
final class Quotient {
  private static final int DECIMALS = 6;

  private Quotient() {}

  /** Rounded half up to six decimals; null where there is nothing to divide by. */
  static BigDecimal of(BigDecimal dividend, BigDecimal divisor) {
    return divisor.signum() == 0
        ? null
        : dividend.divide(divisor, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  static BigDecimal of(long dividend, long divisor) {
    return of(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
  }

  static BigDecimal of(BigDecimal dividend, long divisor) {
    return of(dividend, BigDecimal.valueOf(divisor));
  }
}
