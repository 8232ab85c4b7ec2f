package io.sluice.engine.dryrun;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.campaign.Routes;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gate.Reservation;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepEvaluator;
import io.sluice.engine.step.StepInputs;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeFailure;
import io.sluice.node.Write;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts every port of a canvas while it is drawn. A node's result is kept under the hash of all
 * that it follows from: its settings, those of the nodes before it, the pin and the seeds. So an
 * edit computes only what it touches.
 */
@Component
public class CanvasCounts {
  private static final long CACHE_BYTES = 512L << 20;

  private final StepEvaluator evaluator;
  private final ReceiptWindows windows;
  private final Clock clock;
  private final Cache<String, StepResult> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((String key, StepResult result) -> weight(result))
          .build();

  CanvasCounts(StepEvaluator evaluator, ReceiptWindows windows, Clock clock) {
    this.evaluator = evaluator;
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * Computes all nodes that can be computed.
   *
   * @param unsound nodes with wrong settings; they and all behind them are left out
   */
  public Map<String, Counted> count(
      Workspace workspace, BoundCanvas canvas, Pin pin, Seeds seeds, Set<String> unsound) {
    Map<String, Counted> counted = new LinkedHashMap<>();
    Map<String, String> hashes = new HashMap<>();
    Map<String, Instant> instants = new HashMap<>();
    List<String> left = new ArrayList<>(canvas.order());
    left.removeAll(unsound);
    while (true) {
      // As in a run: what is due first comes first, and among those the order of the canvas
      // decides.
      List<String> ready = left.stream().filter(node -> isReady(canvas, node, counted)).toList();
      ready.forEach(
          node ->
              instants.computeIfAbsent(node, one -> instant(workspace, canvas, one, pin, counted)));
      Optional<String> next = ready.stream().min(Comparator.comparing(instants::get));
      if (next.isEmpty()) {
        return counted;
      }
      String node = next.get();
      left.remove(node);
      Pin at = new Pin(instants.get(node), pin.dataVersion());
      hashes.put(node, hash(workspace, canvas, node, pin, at, seeds, hashes, counted));
      counted.put(node, count(workspace, canvas, node, pin, at, seeds, counted, hashes.get(node)));
    }
  }

  private static boolean isReady(BoundCanvas canvas, String node, Map<String, Counted> counted) {
    return canvas.into(node).stream()
        .map(wire -> counted.get(wire.source()))
        .allMatch(source -> source != null && source.result() != null);
  }

  private Instant instant(
      Workspace workspace, BoundCanvas canvas, String node, Pin pin, Map<String, Counted> counted) {
    Instant came =
        canvas.into(node).stream()
            .map(wire -> counted.get(wire.source()).result().release())
            .max(Instant::compareTo)
            .orElse(pin.instant());
    return ForecastPast.latest(
        workspace, canvas, node, windows, came, of -> counted.get(of).result());
  }

  private boolean isTelling(Workspace workspace, BoundCanvas canvas, String messageNode) {
    return !windows.telling(workspace.id(), canvas.node(messageNode)).isEmpty();
  }

  /** Forgets all results, as after a start. */
  public void clear() {
    cache.invalidateAll();
  }

  private Counted count(
      Workspace workspace,
      BoundCanvas canvas,
      String node,
      Pin pin,
      Pin at,
      Seeds seeds,
      Map<String, Counted> before,
      String hash) {
    Instant instant = at.instant();
    try {
      StepResult result =
          cache.get(
              hash,
              key ->
                  evaluator.forecast(
                      new StepRequest(
                          workspace,
                          canvas.node(node),
                          StepInputs.of(
                              canvas.into(node),
                              wire -> before.get(wire.source()).result().at(wire.sourcePort())),
                          StepInputs.of(
                              canvas.into(node),
                              wire ->
                                  before.get(wire.source()).result().surelyAt(wire.sourcePort())),
                          at,
                          seeds,
                          writesBefore(canvas, node, before),
                          reserved(before),
                          false,
                          Routes.to(canvas, node),
                          new ForecastPast(
                              canvas,
                              node,
                              one -> before.get(one).result(),
                              one -> before.get(one).instant(),
                              one -> isTelling(workspace, canvas, one),
                              pin.instant(),
                              clock.instant()))));
      return new Counted(instant, result, null);
    } catch (NodeFailure failure) {
      return new Counted(instant, null, failure.getMessage());
    }
  }

  private static List<Reservation> reserved(Map<String, Counted> counted) {
    return counted.values().stream()
        .filter(one -> one.result() != null)
        .flatMap(one -> one.result().messages().stream())
        .filter(Admission.Group::counts)
        .map(Reservation::of)
        .toList();
  }

  private static List<Write> writesBefore(
      BoundCanvas canvas, String node, Map<String, Counted> counted) {
    Set<String> before = canvas.before(node);
    return counted.entrySet().stream()
        .filter(entry -> before.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().result().writes().stream())
        .toList();
  }

  private String hash(
      Workspace workspace,
      BoundCanvas canvas,
      String node,
      Pin pin,
      Pin at,
      Seeds seeds,
      Map<String, String> hashes,
      Map<String, Counted> counted) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                workspace.id().toString(),
                workspace.zone().getId(),
                pin.toString(),
                at.toString(),
                seeds.toString(),
                node,
                canvas.drawn(node).type(),
                canvas.drawn(node).config().toString()));
    for (Wire wire : canvas.into(node)) {
      parts.add(wire.targetPort());
      parts.add(wire.sourcePort());
      parts.add(hashes.get(wire.source()));
    }
    AwaitedReceipts.in(canvas.node(node).rules()).stream()
        .map(condition -> isTelling(workspace, canvas, condition.node()))
        .forEach(telling -> parts.add(telling.toString()));
    if (canvas.node(node).type() instanceof MessageNode) {
      // Messages that come earlier count for the frequency cap, whatever path they are on.
      counted.forEach(
          (other, result) -> {
            if (result.result() != null && !result.result().messages().isEmpty()) {
              parts.add(hashes.get(other));
            }
          });
    }
    return sha256(String.join("\n", parts));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static int weight(StepResult result) {
    long bytes = 1_000;
    for (Audience audience : result.ports().values()) {
      bytes += audience.memoryBytes();
    }
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  /** A node's result and instant, or why it could not be computed. */
  public record Counted(Instant instant, StepResult result, String failure) {}
}
