package io.sluice.engine.dryrun;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepEvaluator;
import io.sluice.engine.step.StepInputs;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.SetWrite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Cache<String, StepResult> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((String key, StepResult result) -> weight(result))
          .build();

  CanvasCounts(StepEvaluator evaluator) {
    this.evaluator = evaluator;
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
    for (String node : canvas.order()) {
      boolean ready =
          !unsound.contains(node)
              && canvas.into(node).stream()
                  .allMatch(
                      wire ->
                          counted.containsKey(wire.source())
                              && counted.get(wire.source()).result() != null);
      if (ready) {
        hashes.put(node, hash(workspace, canvas, node, pin, seeds, hashes));
        counted.put(node, count(workspace, canvas, node, pin, seeds, counted, hashes.get(node)));
      }
    }
    return counted;
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
      Seeds seeds,
      Map<String, Counted> before,
      String hash) {
    Instant instant =
        canvas.into(node).stream()
            .map(wire -> before.get(wire.source()).result().release())
            .max(Instant::compareTo)
            .orElse(pin.instant());
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
                          new Pin(instant, pin.dataVersion()),
                          seeds,
                          writesBefore(canvas, node, before))));
      return new Counted(instant, result, null);
    } catch (NodeFailure failure) {
      return new Counted(instant, null, failure.getMessage());
    }
  }

  private static List<SetWrite> writesBefore(
      BoundCanvas canvas, String node, Map<String, Counted> counted) {
    Set<String> before = canvas.before(node);
    return counted.entrySet().stream()
        .filter(entry -> before.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().result().writes().stream())
        .toList();
  }

  private static String hash(
      Workspace workspace,
      BoundCanvas canvas,
      String node,
      Pin pin,
      Seeds seeds,
      Map<String, String> hashes) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                workspace.id().toString(),
                workspace.zone().getId(),
                pin.toString(),
                seeds.toString(),
                node,
                canvas.drawn(node).type(),
                canvas.drawn(node).config().toString()));
    for (Wire wire : canvas.into(node)) {
      parts.add(wire.targetPort());
      parts.add(wire.sourcePort());
      parts.add(hashes.get(wire.source()));
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
