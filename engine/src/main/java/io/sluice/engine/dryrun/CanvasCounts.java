package io.sluice.engine.dryrun;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.step.StepEvaluator;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.step.Stocks;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeFailure;
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
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    return new Counting(workspace, canvas, pin, seeds, unsound, (request, result) -> {})
        .count(() -> {});
  }

  /**
   * Computes all nodes of a draft that can be computed.
   *
   * @param goOn called before each step; what it throws ends the count
   */
  Map<String, Counted> count(Workspace workspace, Draft draft, Runnable goOn) {
    return new Counting(
            workspace,
            draft.canvas(),
            draft.pin(),
            draft.seeds(),
            draft.unsound(),
            (request, result) -> {})
        .count(goOn);
  }

  /** Computes all nodes that can be computed, and shows each step in the order of its instant. */
  void walk(Workspace workspace, Draft draft, BiConsumer<Supplier<StepRequest>, StepResult> step) {
    new Counting(workspace, draft.canvas(), draft.pin(), draft.seeds(), draft.unsound(), step)
        .count(() -> {});
  }

  /** Forgets all results, as after a start. */
  public void clear() {
    cache.invalidateAll();
  }

  /** A cohort at a node that can be computed. */
  private record Ready(Instant instant, VirtualCohort cohort, String node) {}

  /** Counts one canvas, as a run would go: what is due first comes first. */
  private final class Counting {
    private final Workspace workspace;
    private final BoundCanvas canvas;
    private final Pin pin;
    private final Seeds seeds;
    private final Set<String> unsound;
    private final VirtualRun run;
    private final boolean releases;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Map<String, Instant> failedAt = new HashMap<>();
    private final Map<Long, Map<String, String>> hashes = new HashMap<>();
    private final List<VirtualCohort> open = new ArrayList<>();
    private final BiConsumer<Supplier<StepRequest>, StepResult> shown;
    private int started;
    private String acted = "";

    Counting(
        Workspace workspace,
        BoundCanvas canvas,
        Pin pin,
        Seeds seeds,
        Set<String> unsound,
        BiConsumer<Supplier<StepRequest>, StepResult> shown) {
      this.workspace = workspace;
      this.canvas = canvas;
      this.pin = pin;
      this.seeds = seeds;
      this.unsound = unsound;
      this.shown = shown;
      this.releases = Entry.releases(canvas);
      this.run = new VirtualRun(windows, workspace, canvas, pin, seeds, clock.instant());
    }

    Map<String, Counted> count(Runnable goOn) {
      while (true) {
        goOn.run();
        Optional<Ready> step = next();
        Optional<Instant> release = run.next();
        if (release.isPresent()
            && step.map(one -> one.instant().isAfter(release.get())).orElse(true)) {
          run.release();
        } else if (step.isPresent()) {
          compute(step.get());
        } else {
          return counted();
        }
      }
    }

    private Optional<Ready> next() {
      List<Ready> ready = new ArrayList<>();
      for (VirtualCohort cohort : run.cohorts().subList(started, run.cohorts().size())) {
        open.add(cohort);
      }
      started = run.cohorts().size();
      open.removeIf(
          cohort -> {
            List<Ready> here = ready(cohort).toList();
            ready.addAll(here);
            // What a cohort comes to follows from its own steps only.
            return here.isEmpty();
          });
      return ready.stream()
          .min(
              Comparator.comparing(Ready::instant)
                  .thenComparing(one -> one.cohort().id())
                  .thenComparing(one -> canvas.order().indexOf(one.node())));
    }

    private Stream<Ready> ready(VirtualCohort cohort) {
      return cohort.entry().stream()
          .flatMap(entry -> entry.nodes().stream())
          .filter(node -> !cohort.came(node) && !unsound.contains(node))
          .filter(node -> !failures.containsKey(node))
          .filter(
              node ->
                  run.arrows(cohort, node).stream()
                      .allMatch(wire -> cohort.result(wire.source()).isPresent()))
          .map(node -> new Ready(run.instant(cohort, node), cohort, node));
    }

    private void compute(Ready step) {
      String hash = hash(step);
      try {
        Supplier<StepRequest> request =
            () -> run.request(step.cohort(), step.node(), step.instant(), false);
        StepResult result = cache.get(hash, key -> evaluator.forecast(request.get()));
        shown.accept(request, result);
        hashes.computeIfAbsent(step.cohort().id(), id -> new HashMap<>()).put(step.node(), hash);
        run.keep(step.cohort(), step.node(), step.instant(), result);
        if (releases && canvas.node(step.node()).acts()) {
          acted = sha256(acted + hash);
        }
      } catch (NodeFailure failure) {
        failures.put(step.node(), failure.getMessage());
        failedAt.put(step.node(), step.instant());
      }
    }

    private Map<String, Counted> counted() {
      Map<String, Counted> counted = new LinkedHashMap<>();
      NodeOutlook.byNode(run)
          .forEach(
              (node, outlook) ->
                  counted.put(
                      node,
                      new Counted(outlook.instant(), outlook.result(), outlook.sizes(), null)));
      failures.forEach(
          (node, message) ->
              counted.put(node, new Counted(failedAt.get(node), null, Map.of(), message)));
      for (String node : canvas.order()) {
        if (isNobody(node, counted)) {
          NodeOutlook nobody = NodeOutlook.nobody(canvas.node(node), pin.instant());
          counted.put(node, new Counted(null, nobody.result(), nobody.sizes(), null));
        }
      }
      return counted;
    }

    /** Whether nobody comes to the node, though everything before it could be computed. */
    private boolean isNobody(String node, Map<String, Counted> counted) {
      return !counted.containsKey(node)
          && !unsound.contains(node)
          && !canvas.into(node).isEmpty()
          && canvas.into(node).stream()
              .map(wire -> counted.get(wire.source()))
              .allMatch(before -> before != null && before.result() != null);
    }

    /** Names everything that the result follows from. */
    private String hash(Ready step) {
      String node = step.node();
      List<String> parts =
          new ArrayList<>(
              List.of(
                  workspace.id().toString(),
                  workspace.zone().getId(),
                  pin.toString(),
                  step.instant().toString(),
                  seeds.toString(),
                  node,
                  canvas.drawn(node).type(),
                  String.valueOf(canvas.drawn(node).disabled()),
                  canvas.drawn(node).config().toString()));
      for (Wire wire : canvas.into(node)) {
        parts.add(wire.targetPort());
        parts.add(wire.sourcePort());
        parts.add(String.valueOf(hashOf(step.cohort(), wire)));
      }
      AwaitedReceipts.in(canvas.node(node).rules()).stream()
          .map(condition -> isTelling(condition.node()))
          .forEach(telling -> parts.add(telling.toString()));
      // What is done to people of other cohorts may be seen here.
      parts.add(acted);
      // What comes earlier counts for the frequency cap and for stocks, whatever path it is on.
      boolean sends = canvas.node(node).type() instanceof MessageNode;
      for (VirtualRun.Done other : run.done()) {
        if (sends && !other.result().messages().isEmpty()
            || Stocks.areShared(canvas, other.node(), node)) {
          parts.add(hashes.get(other.cohort()).get(other.node()));
        }
      }
      return sha256(String.join("\n", parts));
    }

    private String hashOf(VirtualCohort cohort, Wire wire) {
      String node = wire.source();
      if (cohort.came(node)) {
        return hashes.get(cohort.id()).get(node);
      }
      if (cohort.result(node).isEmpty()) {
        return null;
      }
      // Released people: those of some cohorts at the node, at one instant.
      StringBuilder released = new StringBuilder(cohort.instant().toString());
      cohort.parts().stream()
          .map(part -> hashes.get(part.cohort()).get(node))
          .forEach(released::append);
      return released.toString();
    }

    private Boolean isTelling(String messageNode) {
      return !windows.telling(workspace.id(), canvas.node(messageNode)).isEmpty();
    }
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
  public record Counted(
      Instant instant, StepResult result, Map<String, Integer> sizes, String failure) {}
}
