package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.delivery.content.NamedValues;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.segment.RuleCheck;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.FactRef;
import io.sluice.node.MessageNode;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Nodes on parallel paths have no order, so what one of them writes may be neither read nor written
 * by another: what came out would depend on which was faster. Where nobody comes to two of them,
 * that is so only of what is more than the sum of what each person has.
 */
@Component
class ParallelWriteRule implements CanvasRule {
  private final RuleCheck rules;
  private final NamedValues messages;
  private final NodeBinder binder;

  ParallelWriteRule(RuleCheck rules, NamedValues messages, NodeBinder binder) {
    this.rules = rules;
    this.messages = messages;
    this.binder = binder;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    Map<String, Set<FactRef>> reads = new HashMap<>();
    Ways ways = new Ways(canvas);
    for (String writer : canvas.order()) {
      Set<? extends FactRef> writes = canvas.node(writer).writes();
      if (!writes.isEmpty()) {
        for (String other : canvas.order()) {
          if (!other.equals(writer) && !ordered(canvas, writer, other)) {
            Set<FactRef> touched =
                reads.computeIfAbsent(other, node -> reads(workspace, canvas, node));
            check(canvas, writer, shared(writes, ways, writer, other), other, touched, problems);
          }
        }
      }
    }
  }

  private static Set<FactRef> shared(
      Set<? extends FactRef> writes, Ways ways, String writer, String other) {
    Set<FactRef> shared = new HashSet<>(writes);
    if (shared.stream().anyMatch(ParallelWriteRule::isOfEachPerson)
        && ways.areApart(writer, other)) {
      shared.removeIf(ParallelWriteRule::isOfEachPerson);
    }
    return shared;
  }

  /**
   * Whether what is so of somebody depends on no one else. A segment can be replaced as a whole,
   * and who gets no messages says so for guests of the same address. Of one stock nodes give one
   * after the other.
   */
  private static boolean isOfEachPerson(FactRef fact) {
    return !(fact instanceof SetRef set)
        || set.kind() != SetRef.Kind.SEGMENT && !set.equals(SetRef.MESSAGE_BLACKLIST);
  }

  private static boolean ordered(BoundCanvas canvas, String one, String other) {
    return canvas.before(one).contains(other) || canvas.before(other).contains(one);
  }

  private Set<FactRef> reads(Workspace workspace, BoundCanvas canvas, String node) {
    BoundNode bound = canvas.node(node);
    Set<FactRef> reads = new HashSet<>(bound.namedReads());
    bound.rules().forEach(rule -> reads.addAll(rules.reads(workspace.id(), rule)));
    // What is missing is reported already.
    if (bound.type() instanceof MessageNode && binder.validate(bound).isEmpty()) {
      reads.addAll(messages.in(workspace, bound.message().orElseThrow()));
    }
    return reads;
  }

  private static void check(
      BoundCanvas canvas,
      String writer,
      Set<FactRef> writes,
      String other,
      Set<FactRef> reads,
      Consumer<CanvasProblem> problems) {
    Set<FactRef> touched = new HashSet<>(reads);
    Set<FactRef> both = new HashSet<>(canvas.node(other).writes());
    touched.retainAll(writes);
    both.retainAll(writes);
    touched.forEach(fact -> problems.accept(problem(canvas, writer, other, fact, "reads", "读取")));
    // Two writers are told once, at the later of the two.
    if (canvas.order().indexOf(other) > canvas.order().indexOf(writer)) {
      both.forEach(fact -> problems.accept(problem(canvas, writer, other, fact, "writes", "写入")));
    }
  }

  private static CanvasProblem problem(
      BoundCanvas canvas, String writer, String other, FactRef fact, String verb, String verbZh) {
    return CanvasProblem.ofNode(
        Severity.ERROR,
        "parallel-" + verb.replaceAll("s$", ""),
        other,
        Text.of(
            "Node '%s' %s the %s '%s', which node '%s' on a parallel path writes; put one behind the other"
                .formatted(
                    canvas.drawn(other).shownName(),
                    verb,
                    fact.noun(),
                    fact.key(),
                    canvas.drawn(writer).shownName()),
            "节点“%s”%s“%s”,而并行路径上的节点“%s”会写入它;请改为前后相接"
                .formatted(
                    canvas.drawn(other).shownName(),
                    verbZh,
                    fact.key(),
                    canvas.drawn(writer).shownName())));
  }
}
