package io.sluice.engine.money;

import java.math.BigDecimal;

/**
 * What was set aside for a run.
 *
 * @param used what the run has drawn since, of that or beyond it
 * @param released whether nothing is set aside any more
 */
record BudgetRun(long run, BigDecimal amount, BigDecimal used, boolean released) {
  static BudgetRun none(long run) {
    return new BudgetRun(run, BigDecimal.ZERO, BigDecimal.ZERO, false);
  }

  /** What the run may still draw of it. */
  BigDecimal outstanding() {
    return released ? BigDecimal.ZERO : amount.subtract(used).max(BigDecimal.ZERO);
  }

  BudgetRun draw(BigDecimal drawn) {
    return new BudgetRun(run, amount, used.add(drawn), released);
  }

  BudgetRun reserve(BigDecimal wanted) {
    return new BudgetRun(run, wanted, used, false);
  }

  BudgetRun release() {
    return new BudgetRun(run, amount, used, true);
  }
}
