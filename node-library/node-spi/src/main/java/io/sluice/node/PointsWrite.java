package io.sluice.node;

/**
 * A change of the balance of points of members.
 *
 * @param target which account
 * @param change what is done
 * @param points how many points; 0 where the balance is reset
 * @param members whose balance
 */
public record PointsWrite(AccountRef target, Change change, long points, Audience members)
    implements Write {
  /** What can be done to a balance. */
  public enum Change {
    /** It grows by the points. */
    ADD,
    /** It falls by the points. */
    DEDUCT,
    /** It falls by the points, to zero at the lowest. */
    DEDUCT_TO_ZERO,
    /** It is zero. */
    RESET
  }

  /** Refuses points below zero. */
  public PointsWrite {
    if (points < 0) {
      throw new IllegalArgumentException("Points are not negative; deduct them instead");
    }
  }
}
