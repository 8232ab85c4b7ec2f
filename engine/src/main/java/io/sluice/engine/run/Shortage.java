package io.sluice.engine.run;

import io.sluice.engine.bpmn.StepHeld;
import io.sluice.engine.delivery.sending.Deliveries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pauses runs for whose rewards the budget has too little. The step that noticed it is rolled back
 * whole; it is done again when the run is resumed.
 */
@Component
class Shortage {
  private static final Logger LOG = LoggerFactory.getLogger(Shortage.class);
  private static final String BUDGET = "budget";

  private final RunStore store;
  private final Runs runs;
  private final Deliveries deliveries;
  private final TransactionTemplate transaction;
  private final AsyncTaskExecutor executor;

  Shortage(
      RunStore store,
      Runs runs,
      Deliveries deliveries,
      TransactionTemplate transaction,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    this.store = store;
    this.runs = runs;
    this.deliveries = deliveries;
    this.transaction = transaction;
    this.executor = executor;
  }

  /** What the step throws; the run is paused once its transaction is rolled back. */
  StepHeld of(Run run, String node) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            executor.execute(() -> pause(run, node));
          }
        });
    return new StepHeld("The budget has too little left for node '" + node + "'");
  }

  private void pause(Run run, String node) {
    try {
      transaction.executeWithoutResult(
          status ->
              store
                  .lock(run.workspace(), run.id())
                  .filter(now -> now.state() == RunState.RUNNING)
                  .ifPresent(
                      now -> {
                        store.hold(now, BUDGET, node);
                        deliveries.hold(run.workspace(), run.id());
                      }));
      store.find(run.workspace(), run.id()).ifPresent(runs::align);
    } catch (RuntimeException e) {
      // The step is tried again and finds the same.
      LOG.warn("Run {} is short of money and could not be paused yet", run.id(), e);
    }
  }
}
