package io.sluice.engine.run;

import io.sluice.engine.money.Budgets;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives free what ended runs had set aside and did not spend. */
@Component
class BudgetRelease {
  private final Budgets budgets;
  private final RunStore runs;
  private final TransactionTemplate transaction;

  BudgetRelease(Budgets budgets, RunStore runs, TransactionTemplate transaction) {
    this.budgets = budgets;
    this.runs = runs;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${sluice.run.sweep:PT5S}")
  void sweep() {
    for (Budgets.Held held : budgets.held()) {
      if (runs.find(held.workspace(), held.run()).map(run -> !run.state().isOpen()).orElse(true)) {
        transaction.executeWithoutResult(
            status -> budgets.release(held.workspace(), held.campaign(), held.run()));
      }
    }
  }
}
