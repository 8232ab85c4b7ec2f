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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells from the records of a run what happened before a cohort came to a node. */
@Component
class RecordedPast {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final StepStore steps;
  private final Ancestors ancestors;
  private final MessagePast messages;
  private final RewardFacts rewards;
  private final Clock clock;

  RecordedPast(
      StepStore steps,
      Ancestors ancestors,
      MessagePast messages,
      RewardFacts rewards,
      Clock clock) {
    this.steps = steps;
    this.ancestors = ancestors;
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
    Map<String, List<Ancestors.Passed>> passed = new HashMap<>();
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
      public List<Came> cameTo(String of) {
        return passed(of).stream().map(one -> new Came(one.instant(), one.people())).toList();
      }

      @Override
      public Bounds happened(String of, Happening happening) {
        return Bounds.exactly(
            Audience.unionOf(
                passed(of).stream()
                    .map(one -> one.of(people(one.cohort(), of, happening, until(one))))
                    .toList()));
      }

      @Override
      public Bounds coupon(String of, CouponFact fact, int forDays, Instant at, Expiry expiry) {
        return Bounds.exactly(
            Audience.unionOf(
                passed(of).stream()
                    .map(one -> one.of(rewards.withCoupon(source(one, of), fact, forDays, at)))
                    .toList()));
      }

      @Override
      public void coupons(String of, Instant at, EachCoupon each) {
        for (Ancestors.Passed one : passed(of)) {
          rewards.coupons(
              source(one, of),
              at,
              (member, coupon) -> {
                if (one.people().map(people -> people.contains(member)).orElse(true)) {
                  each.accept(member, coupon);
                }
              });
        }
      }

      private RewardFacts.CouponSource source(Ancestors.Passed one, String of) {
        return new RewardFacts.CouponSource(run.workspace(), run.id(), one.cohort().cohort(), of);
      }

      private List<Ancestors.Passed> passed(String of) {
        return passed.computeIfAbsent(of, one -> ancestors.at(run, cohort, one));
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

      @Override
      public Instant nodesSeeUntil(Instant at) {
        return run.isPast(at) ? at : FOREVER;
      }

      /** Right behind the message everything counts that is known by now. */
      private Instant until(Ancestors.Passed of) {
        return of.instant().isBefore(instant) ? instant : FOREVER;
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
