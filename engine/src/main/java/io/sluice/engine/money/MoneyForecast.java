package io.sluice.engine.money;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a run is going to cost, and where money or balance falls short.
 *
 * @param currency as three letters; null where the workspace has no price list
 * @param lines one for each need, in the order of the needs
 * @param total the sum of the lines: what the run commits at most
 * @param expected what it is expected to cost: not every coupon is used
 * @param budget null where the campaign has no limit
 * @param balances one for each limited channel that is needed, by channel
 * @param warnings what keeps the run from going through, and what is counted as free
 */
public record MoneyForecast(
    String currency,
    List<CostLine> lines,
    BigDecimal total,
    BigDecimal expected,
    BudgetNeed budget,
    List<BalanceNeed> balances,
    List<Warning> warnings) {
  /**
   * The cost of one need.
   *
   * @param channel the channel of a message, or the kind of a reward
   * @param gateway null of a reward
   * @param unitPrice null where there is no price; then a message costs nothing
   * @param cost what it costs at most
   * @param expected what it is expected to cost
   */
  public record CostLine(
      String node,
      String channel,
      String gateway,
      long units,
      BigDecimal unitPrice,
      BigDecimal cost,
      BigDecimal expected) {}

  /**
   * The sum against the budget.
   *
   * @param available what is neither spent nor reserved
   * @param shortBy what is missing; zero where it is enough
   */
  public record BudgetNeed(
      BigDecimal limit, BigDecimal available, BigDecimal need, BigDecimal shortBy) {}

  /**
   * The units of a channel against its balance.
   *
   * @param shortBy what is missing; 0 where it is enough
   */
  public record BalanceNeed(String channel, long need, long have, long shortBy) {}

  /**
   * Something to know before the start.
   *
   * @param code what, in kebab case: over-budget, short-of-balance, no-price
   * @param subject the channel it is about; null for the budget
   * @param message what it means and how to mend it
   */
  public record Warning(String code, String subject, String message) {
    /** Whether a run does not start like this. */
    public boolean refuses() {
      return !code.equals(Costs.NO_PRICE);
    }
  }
}
