package io.sluice.engine.step;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** For how long receipts may come, and so until when people wait for them. */
@Component
public class ReceiptWindows {
  private final Gateways gateways;

  ReceiptWindows(Gateways gateways) {
    this.gateways = gateways;
  }

  /**
   * For how long each of the gateways tells what became of a message; without those that do not.
   */
  public Map<String, Duration> telling(WorkspaceId workspace, Collection<String> keys) {
    Map<String, Duration> telling = new LinkedHashMap<>();
    for (String key : keys) {
      gateways
          .open(workspace, key)
          .policy()
          .receipts()
          .ifPresent(window -> telling.put(key, window));
    }
    return telling;
  }

  /** The same of the gateways by which a node's messages go out. */
  public Map<String, Duration> telling(WorkspaceId workspace, BoundNode node) {
    List<String> keys =
        node.message().stream()
            .flatMap(message -> message.variants().stream())
            .map(variant -> gateways.carrierOf(workspace, variant).key())
            .distinct()
            .toList();
    return telling(workspace, keys);
  }

  /** The longest of some windows, of which there is one at least. */
  public static Duration longest(Map<String, Duration> windows) {
    return windows.values().stream().max(Duration::compareTo).orElseThrow();
  }

  /**
   * When people leave for a node at the latest, in a forecast: nobody knows when receipts come.
   *
   * @param came when they come to where they wait
   * @param sent when the last message of a node before would go out
   * @param awaited whether a message of that node would go to somebody there
   */
  public Instant latest(
      WorkspaceId workspace,
      BoundCanvas canvas,
      String node,
      Instant came,
      Function<String, Instant> sent,
      Predicate<String> awaited) {
    Instant latest = came;
    for (Condition.Message condition : AwaitedReceipts.in(canvas.node(node).rules())) {
      String of = condition.node();
      Map<String, Duration> telling = telling(workspace, canvas.node(of));
      if (!telling.isEmpty() && awaited.test(of)) {
        Instant until = sent.apply(of).plus(condition.waitUpTo().orElseGet(() -> longest(telling)));
        latest = until.isAfter(latest) ? until : latest;
      }
    }
    return latest;
  }
}
