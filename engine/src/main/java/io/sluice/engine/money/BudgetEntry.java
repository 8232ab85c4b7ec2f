package io.sluice.engine.money;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * One movement of a campaign's money.
 *
 * @param cause what brought it about; with the kind it is there once
 * @param amount never negative
 */
record BudgetEntry(Kind kind, Long run, String cause, BigDecimal amount) {
  enum Kind {
    /** A limit was set or taken away. */
    LIMIT,
    COMMIT,
    RETURN,
    /** Of what was committed that much was really spent. */
    SETTLE,
    /** What was settled came back. */
    REVERSE,
    /** It was spent although the limit did not allow it. */
    EXCEED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it adds to what the run has drawn. */
  BigDecimal drawn() {
    return switch (kind) {
      case COMMIT -> amount;
      case RETURN -> amount.negate();
      default -> BigDecimal.ZERO;
    };
  }
}
