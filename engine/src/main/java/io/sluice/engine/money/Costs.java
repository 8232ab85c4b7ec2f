package io.sluice.engine.money;

import io.sluice.engine.money.MoneyForecast.BalanceNeed;
import io.sluice.engine.money.MoneyForecast.BudgetNeed;
import io.sluice.engine.money.MoneyForecast.CostLine;
import io.sluice.engine.money.MoneyForecast.Warning;
import io.sluice.engine.money.Prices.PriceList;
import io.sluice.engine.web.Counted;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells beforehand what a run costs, and whether budget and balances are enough for it. */
@Component
public class Costs {
  static final String NO_PRICE = "no-price";
  static final String OVER_BUDGET = "over-budget";
  static final String SHORT_OF_BALANCE = "short-of-balance";

  private final Prices prices;
  private final Budgets budgets;
  private final Balances balances;

  Costs(Prices prices, Budgets budgets, Balances balances) {
    this.prices = prices;
    this.budgets = budgets;
    this.balances = balances;
  }

  /** What the needs cost today, against what the campaign's budget and the balances hold now. */
  public MoneyForecast forecast(WorkspaceId workspace, long campaign, List<Need> needs) {
    PriceList list = prices.list(workspace);
    List<CostLine> lines = needs.stream().map(need -> line(list, need)).toList();
    BigDecimal total = lines.stream().map(CostLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal expected =
        lines.stream().map(CostLine::expected).reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BudgetNeed> budget = budget(budgets.state(workspace, campaign), total);
    List<BalanceNeed> ofBalances = balances(balances.all(workspace), needs);
    return new MoneyForecast(
        list.currency().orElse(null),
        lines,
        Amounts.shown(total),
        Amounts.shown(expected),
        budget.orElse(null),
        ofBalances,
        warnings(lines, budget, ofBalances));
  }

  private static CostLine line(PriceList list, Need need) {
    if (need.worth().isPresent()) {
      return new CostLine(
          need.node(),
          need.channel(),
          null,
          need.units(),
          null,
          Amounts.shown(need.worth().get().most()),
          Amounts.shown(need.worth().get().expected()));
    }
    Optional<BigDecimal> price = list.find(need.channel(), need.gateway());
    BigDecimal cost =
        Amounts.shown(price.orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(need.units())));
    return new CostLine(
        need.node(),
        need.channel(),
        need.gateway(),
        need.units(),
        price.map(Amounts::shown).orElse(null),
        cost,
        cost);
  }

  private static Optional<BudgetNeed> budget(BudgetState state, BigDecimal total) {
    return state
        .left()
        .map(
            left ->
                new BudgetNeed(
                    Amounts.shown(state.limit().orElseThrow()),
                    Amounts.shown(left),
                    Amounts.shown(total),
                    Amounts.shown(total.subtract(left).max(BigDecimal.ZERO))));
  }

  private static List<BalanceNeed> balances(Map<String, Long> limited, List<Need> needs) {
    Map<String, Long> byChannel =
        needs.stream()
            .filter(need -> limited.containsKey(need.channel()))
            .collect(
                Collectors.groupingBy(
                    Need::channel, TreeMap::new, Collectors.summingLong(Need::units)));
    return byChannel.entrySet().stream()
        .map(
            need -> {
              long have = limited.get(need.getKey());
              return new BalanceNeed(
                  need.getKey(), need.getValue(), have, Math.max(0, need.getValue() - have));
            })
        .toList();
  }

  private static List<Warning> warnings(
      List<CostLine> lines, Optional<BudgetNeed> budget, List<BalanceNeed> balances) {
    List<Warning> warnings = new ArrayList<>();
    budget
        .filter(need -> need.shortBy().signum() > 0)
        .ifPresent(
            need ->
                warnings.add(
                    new Warning(
                        OVER_BUDGET,
                        null,
                        "The run needs %s and the budget has %s left: %s too little. Raise the budget or send less."
                            .formatted(need.need(), need.available(), need.shortBy()))));
    balances.stream()
        .filter(need -> need.shortBy() > 0)
        .forEach(
            need ->
                warnings.add(
                    new Warning(
                        SHORT_OF_BALANCE,
                        need.channel(),
                        "Channel '%s' needs %s and has %d: %d short. Top it up or send less."
                            .formatted(
                                need.channel(),
                                Counted.of(need.need(), "unit", "units"),
                                need.have(),
                                need.shortBy()))));
    lines.stream()
        .filter(line -> line.gateway() != null && line.unitPrice() == null && line.units() > 0)
        .map(CostLine::channel)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(
            channel ->
                warnings.add(
                    new Warning(
                        NO_PRICE,
                        channel,
                        "Channel '%s' has no price and is counted as free; set one in the price list."
                            .formatted(channel))));
    return warnings;
  }
}
