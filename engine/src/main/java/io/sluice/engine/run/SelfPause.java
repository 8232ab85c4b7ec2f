package io.sluice.engine.run;

import io.sluice.engine.bpmn.StepHeld;
import io.sluice.engine.delivery.sending.Deliveries;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pauses runs for what a step of theirs found. The step is rolled back whole; it is done again when
 * the run is resumed, or finds the same again where the server died before the run was paused.
 */
@Component
class SelfPause {
  private static final Logger LOG = LoggerFactory.getLogger(SelfPause.class);

  private final RunStore store;
  private final Runs runs;
  private final Deliveries deliveries;
  private final TransactionTemplate transaction;
  private final AsyncTaskExecutor executor;

  SelfPause(
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

  /**
   * What the step throws; the run is paused once its transaction is rolled back.
   *
   * @param hold writes down why, with the run locked
   */
  StepHeld of(Run run, String why, Consumer<Run> hold) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            executor.execute(() -> pause(run, hold));
          }
        });
    return new StepHeld(why);
  }

  private void pause(Run run, Consumer<Run> hold) {
    try {
      transaction.executeWithoutResult(
          status ->
              store
                  .lock(run.workspace(), run.id())
                  .filter(now -> now.state() == RunState.RUNNING)
                  .ifPresent(
                      now -> {
                        hold.accept(now);
                        deliveries.hold(run.workspace(), run.id());
                      }));
      store.find(run.workspace(), run.id()).ifPresent(runs::align);
    } catch (RuntimeException e) {
      // The step is tried again and finds the same.
      LOG.warn("Run {} could not be paused yet", run.id(), e);
    }
  }
}
