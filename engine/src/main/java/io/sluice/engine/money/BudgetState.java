package io.sluice.engine.money;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the money of a campaign stands.
 *
 * @param limit the budget; empty for none
 * @param reserved what open runs may still draw of what was set aside for them
 * @param committed what went out was committed before it went
 * @param returned what came back of that: messages that were not sent after all, coupons that
 *     expired, and what they could have cost beyond what they did
 * @param settled what coupons that were used really cost, without refunded orders
 * @param exceeded what they cost beyond the limit
 */
public record BudgetState(
    Optional<BigDecimal> limit,
    BigDecimal reserved,
    BigDecimal committed,
    BigDecimal returned,
    BigDecimal settled,
    BigDecimal exceeded) {
  /** Nothing happened yet. */
  static BudgetState without(Optional<BigDecimal> limit) {
    return new BudgetState(
        limit, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** What is spent: committed and not returned, and what went beyond the limit. */
  public BigDecimal spent() {
    return committed.subtract(returned).add(exceeded);
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
    return new BudgetState(limit, now, committed, returned, settled, exceeded);
  }

  BudgetState withLimit(Optional<BigDecimal> now) {
    return new BudgetState(now, reserved, committed, returned, settled, exceeded);
  }

  BudgetState with(BudgetEntry entry) {
    BigDecimal more = entry.amount();
    return switch (entry.kind()) {
      case LIMIT -> this;
      case COMMIT ->
          new BudgetState(limit, reserved, committed.add(more), returned, settled, exceeded);
      case RETURN ->
          new BudgetState(limit, reserved, committed, returned.add(more), settled, exceeded);
      case SETTLE ->
          new BudgetState(limit, reserved, committed, returned, settled.add(more), exceeded);
      case REVERSE ->
          new BudgetState(limit, reserved, committed, returned, settled.subtract(more), exceeded);
      case EXCEED ->
          new BudgetState(limit, reserved, committed, returned, settled, exceeded.add(more));
    };
  }
}
