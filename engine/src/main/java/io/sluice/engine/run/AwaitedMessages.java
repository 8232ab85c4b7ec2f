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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The messages whose receipts a cohort waits for before a node. */
@Component
class AwaitedMessages {
  private final Arrivals arrivals;
  private final Ancestors ancestors;
  private final Deliveries deliveries;
  private final ReceiptWindows windows;
  private final MessagePast messages;

  AwaitedMessages(
      Arrivals arrivals,
      Ancestors ancestors,
      Deliveries deliveries,
      ReceiptWindows windows,
      MessagePast messages) {
    this.arrivals = arrivals;
    this.ancestors = ancestors;
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
      List<Ancestors.Passed> senders = ancestors.at(run, cohort, condition.node());
      Map<String, Duration> telling =
          windows.telling(run.workspace(), gateways(run, condition.node(), senders));
      if (!telling.isEmpty()) {
        Instant deadline =
            sentAt(senders, came)
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

  private Set<String> gateways(Run run, String node, List<Ancestors.Passed> senders) {
    Set<String> gateways = new LinkedHashSet<>();
    for (Ancestors.Passed one : senders) {
      gateways.addAll(
          deliveries.gateways(
              new DeliveryRef(run.workspace(), run.id(), one.cohort().cohort(), node)));
    }
    return gateways;
  }

  /** When the last message of a node went out; a dated run sends later than it is dated. */
  private static Instant sentAt(List<Ancestors.Passed> senders, Instant came) {
    return senders.stream()
        .map(one -> later(one.step().release(), one.step().finishedAt()))
        .max(Instant::compareTo)
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
                .flatMap(
                    one ->
                        ancestors.at(run, cohort, one.node()).stream()
                            .map(
                                sender ->
                                    messages.pending(
                                        new MessagePast.Sent(
                                            workspace,
                                            run.id(),
                                            one.node(),
                                            sender.cohort().cohort()),
                                        one.gateways(),
                                        by)))
                .toList())
        .intersect(here);
  }
}
