package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.StepHeld;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.delivery.gate.Reservations;
import io.sluice.engine.step.Stocks;
import io.sluice.node.MessageNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets the message nodes of a cohort pass their gates in one order, whatever the process engine
 * comes to first: by instant, then by place on the canvas. The frequency cap depends on it. So it
 * lets nodes give that share a stock, and the dry run keeps the same order.
 */
@Component
class Turns {
  private final RunStore runs;
  private final StepStore steps;
  private final ReceiptWaitStore waits;
  private final Reservations reservations;
  private final Clock clock;

  Turns(
      RunStore runs,
      StepStore steps,
      ReceiptWaitStore waits,
      Reservations reservations,
      Clock clock) {
    this.runs = runs;
    this.steps = steps;
    this.waits = waits;
    this.reservations = reservations;
    this.clock = clock;
  }

  /**
   * Returns when it is the node's turn; for one that sends it holds the lock under which messages
   * are reserved.
   *
   * @throws StepHeld if another node comes first
   */
  void await(Run run, CohortRef cohort, BoundCanvas canvas, String node, Instant instant) {
    Set<String> rivals =
        canvas.order().stream()
            .filter(other -> !other.equals(node) && areRivals(canvas, node, other))
            .collect(Collectors.toSet());
    if (!rivals.isEmpty()) {
      await(run, cohort, canvas, rivals, node, instant);
    }
    if (sends(canvas, node)) {
      reservations.lock(run.workspace());
    }
  }

  private static boolean areRivals(BoundCanvas canvas, String node, String other) {
    return sends(canvas, node) && sends(canvas, other) || Stocks.areShared(canvas, node, other);
  }

  private static boolean sends(BoundCanvas canvas, String node) {
    return canvas.node(node).type() instanceof MessageNode;
  }

  private void await(
      Run run,
      CohortRef cohort,
      BoundCanvas canvas,
      Set<String> rivals,
      String node,
      Instant instant) {
    Cohort mover = runs.cohort(cohort);
    Entry entry = Entry.of(canvas, mover.entry());
    Map<String, Step> done = new HashMap<>();
    steps.find(cohort, canvas.order()).forEach(step -> done.put(step.node(), step));
    Map<String, Instant> earliest = new HashMap<>();
    Map<String, Instant> awaited = awaited(run, cohort);
    for (String other : entry.nodes()) {
      Instant came = earliest(entry.arrowsInto(canvas, other), mover.instant(), done, earliest);
      earliest.put(other, later(came, awaited.getOrDefault(other, came)));
    }
    Turn mine = new Turn(instant, canvas.order().indexOf(node));
    for (String other : entry.nodes()) {
      if (rivals.contains(other)
          && !done.containsKey(other)
          && !follows(canvas, other, node)
          && new Turn(earliest.get(other), canvas.order().indexOf(other)).isBefore(mine)) {
        throw new StepHeld(
            "Node '%s' waits until people have come to node '%s'".formatted(node, other));
      }
    }
  }

  private record Turn(Instant instant, int place) implements Comparable<Turn> {
    boolean isBefore(Turn other) {
      return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Turn other) {
      return Comparator.comparing(Turn::instant).thenComparing(Turn::place).compare(this, other);
    }
  }

  private static boolean follows(BoundCanvas canvas, String other, String node) {
    Set<String> before = canvas.before(other);
    return before.contains(node);
  }

  /** Before which the people cannot come to the node. */
  private static Instant earliest(
      List<Wire> arrows, Instant start, Map<String, Step> done, Map<String, Instant> earliest) {
    Instant instant = start;
    for (Wire wire : arrows) {
      Step step = done.get(wire.source());
      Instant from = step == null ? earliest.get(wire.source()) : step.release();
      instant = later(instant, from);
    }
    return instant;
  }

  /** Before which those who wait for receipts do not go on, by the node before which they wait. */
  private Map<String, Instant> awaited(Run run, CohortRef cohort) {
    Instant now = clock.instant();
    Map<String, Instant> awaited = new HashMap<>();
    for (ReceiptWait wait : waits.ofRun(run)) {
      if (wait.cohort() == cohort.cohort()) {
        Instant open = now.isBefore(wait.deadline()) ? now : wait.deadline();
        awaited.put(wait.node(), wait.isOpen() ? open : wait.endedAt());
      }
    }
    return awaited;
  }

  private static Instant later(Instant one, Instant other) {
    return other.isAfter(one) ? other : one;
  }
}
