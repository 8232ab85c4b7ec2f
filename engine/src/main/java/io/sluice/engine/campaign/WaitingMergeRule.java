package io.sluice.engine.campaign;

import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where paths of different length meet, the people of the shorter one wait for the longer one. */
@Component
class WaitingMergeRule implements CanvasRule {
  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    List<Entry> entries = Entry.of(canvas);
    for (String node : canvas.order()) {
      Set<String> waits = new LinkedHashSet<>(canvas.order());
      waits.retainAll(
          entries.stream()
              .filter(entry -> entry.nodes().contains(node))
              .flatMap(entry -> waitsOfSome(canvas, entry, node).stream())
              .collect(Collectors.toSet()));
      if (!waits.isEmpty()) {
        problems.accept(waiting(canvas, node, waits));
      }
    }
  }

  /** The waits before a node, if there are some on some of its arrows and not on others. */
  private static Set<String> waitsOfSome(BoundCanvas canvas, Entry entry, String node) {
    Set<Set<String>> waitsBefore =
        entry.arrowsInto(canvas, node).stream()
            .map(wire -> waitsBefore(canvas, entry, wire))
            .collect(Collectors.toSet());
    return waitsBefore.size() > 1
        ? waitsBefore.stream().flatMap(Set::stream).collect(Collectors.toSet())
        : Set.of();
  }

  /** Nobody waits for those who leave in cohorts of their own. */
  private static Set<String> waitsBefore(BoundCanvas canvas, Entry entry, Wire wire) {
    Set<String> before = new HashSet<>(canvas.before(wire.source()));
    before.add(wire.source());
    before.retainAll(entry.nodes());
    before.removeIf(
        node ->
            !(canvas.node(node).type() instanceof TimeNode)
                || canvas.node(node).releasePort().isPresent());
    return before;
  }

  private static CanvasProblem waiting(BoundCanvas canvas, String node, Set<String> waits) {
    String times =
        waits.stream()
            .map(wait -> canvas.drawn(wait).shownName() + " " + canvas.drawn(wait).config())
            .collect(Collectors.joining(", "));
    return CanvasProblem.ofNode(
        Severity.WARNING,
        "merge-waits",
        node,
        Text.of(
            "Everybody at node '%s' goes on together, so people on the faster path wait for: %s"
                .formatted(node, times),
            "到达节点“%s”的人一起继续,较快路径上的人要等待:%s".formatted(node, times)));
  }
}
