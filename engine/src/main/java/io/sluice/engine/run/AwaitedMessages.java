package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.receipt.MessagePast;
import io.sluice.engine.delivery.sending.Deliveries;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The messages whose receipts a cohort waits for before a node. */
@Component
class AwaitedMessages {
  private final Arrivals arrivals;
  private final StepStore steps;
  private final Deliveries deliveries;
  private final ReceiptWindows windows;
  private final MessagePast messages;

  AwaitedMessages(
      Arrivals arrivals,
      StepStore steps,
      Deliveries deliveries,
      ReceiptWindows windows,
      MessagePast messages) {
    this.arrivals = arrivals;
    this.steps = steps;
    this.deliveries = deliveries;
    this.windows = windows;
    this.messages = messages;
  }

  /**
   * The messages of a node that a condition asks about.
   *
   * @param gateways those that carried them and tell what becomes of them
   * @param deadline when nobody waits for their receipts any more
   */
  record Asked(String node, List<String> gateways, Instant deadline) {}

  /** What the conditions of a node ask about, as far as there will be receipts. */
  List<Asked> askedAt(Run run, CohortRef cohort, BoundCanvas canvas, String node) {
    Instant came = arrivals.cameAt(run, cohort, canvas, node);
    List<Asked> asked = new ArrayList<>();
    for (Condition.Message condition : AwaitedReceipts.in(canvas.node(node).rules())) {
      Map<String, Duration> telling =
          windows.telling(
              run.workspace(),
              deliveries.gateways(
                  new DeliveryRef(run.workspace(), run.id(), cohort.cohort(), condition.node())));
      if (!telling.isEmpty()) {
        Instant deadline =
            sentAt(cohort, condition.node(), came)
                .plus(condition.waitUpTo().orElseGet(() -> ReceiptWindows.longest(telling)));
        asked.add(
            new Asked(
                condition.node(),
                List.copyOf(telling.keySet()),
                deadline.isAfter(came) ? deadline : came));
      }
    }
    return asked;
  }

  /** When the last message of a node went out; a dated run sends later than it is dated. */
  private Instant sentAt(CohortRef cohort, String node, Instant came) {
    return steps
        .find(cohort, node)
        .map(step -> later(step.release(), step.finishedAt()))
        .orElse(came);
  }

  private static Instant later(Instant one, Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  /** Whose messages have no receipt by then, of those who come to the node. */
  Audience pending(
      Run run, CohortRef cohort, BoundCanvas canvas, String node, List<Asked> asked, Instant by) {
    Audience here = arrivals.of(run, cohort, canvas, node).union();
    if (here.isEmpty()) {
      return here;
    }
    WorkspaceId workspace = run.workspace();
    return Audience.unionOf(
            asked.stream()
                .map(
                    one ->
                        messages.pending(
                            new MessagePast.Sent(workspace, run.id(), one.node(), cohort.cohort()),
                            one.gateways(),
                            by))
                .toList())
        .intersect(here);
  }
}
