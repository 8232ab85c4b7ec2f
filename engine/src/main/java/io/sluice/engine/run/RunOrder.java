package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.StepHeld;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps the cohorts of a run in order while it plays in the past, where everything is due at once:
 * what comes first does so in all cohorts, as it would have, and people are released once all is
 * done that comes before. Of cohorts at the same instant the older one comes first. A run in the
 * present needs none of that: there the clock keeps the order, and nobody waits for others.
 */
@Component
class RunOrder {
  private final RunStore runs;
  private final StepStore steps;
  private final WaitingStore waiting;

  RunOrder(RunStore runs, StepStore steps, WaitingStore waiting) {
    this.runs = runs;
    this.steps = steps;
    this.waiting = waiting;
  }

  /**
   * Returns when it is the cohort's turn.
   *
   * @throws StepHeld if others come first
   */
  void await(Run run, CohortRef cohort, BoundCanvas canvas, String node, Instant instant) {
    if (!run.isPast(instant) || !Entry.releases(canvas)) {
      return;
    }
    boolean first =
        waiting.nextDue(run).map(due -> !due.isBefore(instant)).orElse(true)
            && runs.openCohorts(run).stream()
                .filter(other -> !other.ref().equals(cohort))
                .allMatch(other -> comesAfter(canvas, other, instant, cohort));
    if (!first) {
      throw new StepHeld(
          "Node '%s' waits for people of cohorts that come before %s".formatted(node, instant));
    }
  }

  private boolean comesAfter(BoundCanvas canvas, Cohort other, Instant instant, CohortRef cohort) {
    Comparator<Instant> order = Comparator.naturalOrder();
    return pending(canvas, other)
        .map(
            next ->
                order.compare(next, instant) > 0
                    || next.equals(instant) && other.ref().cohort() > cohort.cohort())
        .orElse(true);
  }

  /** Whether nothing is left to do before people are released who are due at an instant. */
  boolean mayRelease(Run run, BoundCanvas canvas, Instant due) {
    return !run.isPast(due)
        || runs.openCohorts(run).stream()
            .allMatch(
                cohort -> pending(canvas, cohort).map(next -> next.isAfter(due)).orElse(true));
  }

  /** Before which a cohort does not come to another node; empty where it comes to none. */
  private Optional<Instant> pending(BoundCanvas canvas, Cohort cohort) {
    Entry entry = Entry.of(canvas, cohort.entry());
    Map<String, Instant> left =
        steps.find(cohort.ref(), canvas.order()).stream()
            .collect(Collectors.toMap(Step::node, Step::release));
    Map<String, Instant> known = new HashMap<>(left);
    Optional<Instant> next = Optional.empty();
    for (String node : entry.nodes()) {
      if (!left.containsKey(node)) {
        Instant earliest = earliest(entry.arrowsInto(canvas, node), known, cohort.instant());
        known.put(node, earliest);
        next = next.filter(one -> !earliest.isBefore(one)).or(() -> Optional.of(earliest));
      }
    }
    return next;
  }

  private static Instant earliest(List<Wire> arrows, Map<String, Instant> known, Instant start) {
    return arrows.stream()
        .map(wire -> known.get(wire.source()))
        .max(Comparator.naturalOrder())
        .orElse(start);
  }
}
