package io.sluice.node.types.logic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Exact arithmetic on parts of a whole. */
final class Shares {
  private static final int MOST_DIGITS = 30;

  private Shares() {}

  /**
   * The ranks at which parts of the given shares begin and end, for {@code people} people: part i
   * holds the ranks round(c(i-1) * people) to round(c(i) * people), where c(i) is the sum of the
   * shares up to i and halves are rounded up. So nobody is lost or counted twice by rounding.
   */
  static int[] bounds(List<BigDecimal> shares, int people) {
    int[] bounds = new int[shares.size() + 1];
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      sum = sum.add(shares.get(i));
      BigDecimal rank = sum.multiply(BigDecimal.valueOf(people));
      bounds[i + 1] = rank.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
    return bounds;
  }

  /** The sum of what is there. Leaves out numbers so long that adding them would take for ever. */
  static BigDecimal sum(Stream<BigDecimal> shares) {
    return shares
        .filter(Objects::nonNull)
        .filter(share -> share.precision() <= MOST_DIGITS && Math.abs(share.scale()) <= MOST_DIGITS)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The number without trailing zeros and without an exponent. */
  static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
