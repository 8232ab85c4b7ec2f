package io.sluice.engine.money;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the money of a campaign stands.
 *
 * @param limit the budget; empty for none
 * @param reserved what open runs may still draw of what was set aside for them
 * @param committed what went out was committed before it went
 * @param returned what came back of that, because it was not sent after all
 */
public record BudgetState(
    Optional<BigDecimal> limit, BigDecimal reserved, BigDecimal committed, BigDecimal returned) {
  /** What is spent: committed and not returned. */
  public BigDecimal spent() {
    return committed.subtract(returned);
  }

  /** What is neither spent nor reserved; empty without a limit. */
  public Optional<BigDecimal> left() {
    return limit.map(amount -> amount.subtract(spent()).subtract(reserved));
  }

  /** Whether one more such amount fits. */
  boolean has(BigDecimal amount) {
    return left().map(left -> left.compareTo(amount) >= 0).orElse(true);
  }

  BudgetState withReserved(BigDecimal now) {
    return new BudgetState(limit, now, committed, returned);
  }

  BudgetState with(BudgetEntry entry) {
    return entry.kind() == BudgetEntry.Kind.COMMIT
        ? new BudgetState(limit, reserved, committed.add(entry.amount()), returned)
        : new BudgetState(limit, reserved, committed, returned.add(entry.amount()));
  }
}
