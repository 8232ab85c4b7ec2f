package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.receipt.MessagePast;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells from the records of a run what happened before a cohort came to a node. */
@Component
class RecordedPast {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final StepStore steps;
  private final MessagePast messages;
  private final RewardFacts rewards;
  private final Clock clock;

  RecordedPast(StepStore steps, MessagePast messages, RewardFacts rewards, Clock clock) {
    this.steps = steps;
    this.messages = messages;
    this.rewards = rewards;
    this.clock = clock;
  }

  /**
   * The past of a cohort at a node.
   *
   * @param instant when the node's conditions are read
   */
  RunPast before(Run run, CohortRef cohort, BoundCanvas canvas, String node, Instant instant) {
    Set<String> nodes = canvas.before(node);
    Set<String> messageNodes = canvas.messagesBefore(node);
    return new RunPast() {
      @Override
      public Set<String> nodes() {
        return nodes;
      }

      @Override
      public Set<String> messageNodes() {
        return messageNodes;
      }

      @Override
      public Instant enteredAt() {
        return run.instant();
      }

      @Override
      public Instant instantOf(String of) {
        return steps.find(cohort, of).map(Step::instant).orElse(run.instant());
      }

      @Override
      public Bounds happened(String of, Happening happening) {
        return Bounds.exactly(people(cohort, of, happening, until(of)));
      }

      @Override
      public Bounds coupon(String of, CouponFact fact, int forDays, Instant at) {
        return Bounds.exactly(
            rewards.withCoupon(
                new RewardFacts.CouponSource(run.workspace(), cohort.run(), cohort.cohort(), of),
                fact,
                forDays,
                at));
      }

      @Override
      public Instant sendingFrom(Instant planned) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // A run that plays in the past sends as it would have then.
        return run.isDatedBack() || now.isBefore(planned) ? planned : now;
      }

      @Override
      public Instant knownUntil() {
        return Instant.MAX;
      }

      /** Right behind the message everything counts that is known by now. */
      private Instant until(String of) {
        return instantOf(of).isBefore(instant) ? instant : FOREVER;
      }
    };
  }

  private Audience people(CohortRef cohort, String node, Happening happening, Instant until) {
    WorkspaceId workspace = new WorkspaceId(cohort.workspace());
    Audience told =
        messages.happened(
            new MessagePast.Sent(workspace, cohort.run(), node, cohort.cohort()), happening, until);
    return happening == Happening.SUPPRESSED
        ? told.union(suppressed(workspace, cohort, node))
        : told;
  }

  private Audience suppressed(WorkspaceId workspace, CohortRef cohort, String node) {
    return Audience.unionOf(
        steps.ports(cohort, Set.of(node)).stream()
            .filter(port -> port.port().equals(ActionNode.SUPPRESSED) && port.isWholePort())
            .map(port -> steps.audience(workspace, port))
            .toList());
  }
}
