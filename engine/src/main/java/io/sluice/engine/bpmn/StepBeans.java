package io.sluice.engine.bpmn;

import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The beans that compiled processes name; an engine knows no other ones. */
final class StepBeans {
  private StepBeans() {}

  /** The beans by name, all handing on to the handler. */
  static Map<Object, Object> of(Supplier<StepHandler> handler) {
    JavaDelegate step = execution -> handler.get().arrived(cohort(execution), node(execution));
    ExecutionListener arrived =
        execution -> handler.get().arrived(cohort(execution), node(execution));
    ExecutionListener awaiting =
        execution -> handler.get().awaiting(cohort(execution), node(execution));
    ExecutionListener released =
        execution -> handler.get().released(cohort(execution), node(execution));
    ExecutionListener ended =
        execution -> {
          // A stopped run deletes its processes; that is not an end they came to.
          if (!execution.isCanceled()) {
            handler.get().ended(cohort(execution));
          }
        };
    return Map.of(
        Vocabulary.STEP_BEAN, step,
        Vocabulary.ARRIVED_BEAN, arrived,
        Vocabulary.AWAITING_BEAN, awaiting,
        Vocabulary.TIMER_BEAN, new Timer(handler),
        Vocabulary.RELEASED_BEAN, released,
        Vocabulary.ENDED_BEAN, ended);
  }

  private static CohortRef cohort(DelegateExecution execution) {
    return CohortRef.ofBusinessKey(execution.getProcessBusinessKey());
  }

  private static String node(DelegateExecution execution) {
    return Vocabulary.nodeOf(execution.getCurrentActivityId());
  }

  /** Tells when a timer is due; public because expressions call it. */
  public static final class Timer {
    private final Supplier<StepHandler> handler;

    Timer(Supplier<StepHandler> handler) {
      this.handler = handler;
    }

    /** The instant at which the cohort goes on. */
    public Date due(DelegateExecution execution) {
      return Date.from(handler.get().releaseOf(cohort(execution), node(execution)));
    }
  }
}
