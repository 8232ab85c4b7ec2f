package io.sluice.engine.run;

import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.node.OutPort;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells for one member where in a run the member was and why not elsewhere: a look-up in kept sets.
 */
@Component
class Why {
  private final RunStore runs;
  private final StepStore steps;
  private final WaitingStore waiting;
  private final CanvasVersions versions;

  Why(RunStore runs, StepStore steps, WaitingStore waiting, CanvasVersions versions) {
    this.runs = runs;
    this.steps = steps;
    this.waiting = waiting;
    this.versions = versions;
  }

  WhyView of(Run run, int member, String key) {
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    List<Waiting> waits =
        waiting.ofRun(run, false).stream()
            .filter(one -> waiting.people(run.workspace(), one).contains(member))
            .toList();
    Set<Long> cohorts = cohortsOf(run, waits);
    Map<String, Step> anyStep = new HashMap<>();
    Map<Long, Map<String, Step>> stepOf = new TreeMap<>();
    for (Step step : steps.ofRun(run)) {
      anyStep.putIfAbsent(step.node(), step);
      if (cohorts.contains(step.cohort())) {
        stepOf.computeIfAbsent(step.cohort(), one -> new HashMap<>()).put(step.node(), step);
      }
    }
    List<PortAudience> in =
        steps.ports(run).stream()
            .filter(port -> cohorts.contains(port.cohort()))
            .filter(port -> steps.audience(run.workspace(), port).contains(member))
            .toList();
    Map<Long, Map<String, WhyView.Reached>> reached = new HashMap<>();
    List<WhyView.Reached> path = new ArrayList<>();
    List<WhyView.NotReached> missed = new ArrayList<>();
    for (String node : canvas.order()) {
      Map<Long, WhyView.Reached> here = new TreeMap<>();
      stepOf.forEach(
          (cohort, ofCohort) ->
              reached(
                      canvas,
                      node,
                      ofCohort.get(node),
                      in.stream().filter(port -> port.cohort() == cohort).toList(),
                      waits.stream().filter(one -> one.cohort() == cohort).toList(),
                      reached.computeIfAbsent(cohort, one -> new HashMap<>()))
                  .ifPresent(
                      one -> {
                        reached.get(cohort).put(node, one);
                        here.put(cohort, one);
                      }));
      if (here.isEmpty()) {
        Map<String, WhyView.Reached> anywhere = new HashMap<>();
        reached.values().forEach(anywhere::putAll);
        missed.add(missed(canvas, node, anyStep.get(node), anywhere));
      } else {
        // A person comes to a wait once, though their new cohort comes out of it too.
        path.add(here.values().iterator().next());
      }
    }
    return new WhyView(key, path, missed);
  }

  /** The cohorts in which somebody may be: those that entered, and those of the released people. */
  private Set<Long> cohortsOf(Run run, List<Waiting> waits) {
    Set<Long> cohorts =
        waits.stream()
            .map(Waiting::child)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    runs.cohorts(run.workspace(), run.id()).stream()
        .filter(cohort -> cohort.entry().equals(Entry.MAIN))
        .forEach(cohort -> cohorts.add(cohort.ref().cohort()));
    return cohorts;
  }

  private static Optional<WhyView.Reached> reached(
      BoundCanvas canvas,
      String node,
      Step step,
      List<PortAudience> in,
      List<Waiting> waits,
      Map<String, WhyView.Reached> before) {
    List<PortAudience> left = in.stream().filter(port -> port.node().equals(node)).toList();
    Optional<Waiting> waiting = waits.stream().filter(one -> one.node().equals(node)).findFirst();
    String port =
        left.stream()
            .filter(PortAudience::isWholePort)
            .map(PortAudience::port)
            .findFirst()
            .or(() -> waiting.filter(one -> one.child() != null).map(Waiting::port))
            .orElse(null);
    String reason =
        left.stream()
            .filter(one -> !one.isWholePort())
            .map(PortAudience::reason)
            .findFirst()
            .orElse(null);
    boolean came =
        port != null || canvas.into(node).stream().anyMatch(wire -> leftBy(before, wire));
    if (!came || step == null) {
      return Optional.empty();
    }
    String name = canvas.drawn(node).shownName();
    Optional<Instant> until =
        waiting
            .filter(Waiting::isOpen)
            .map(Waiting::due)
            .or(() -> Optional.of(step).filter(Step::waiting).map(Step::release));
    return Optional.of(
        new WhyView.Reached(
            node,
            name,
            step.instant(),
            port,
            reason,
            sentence(canvas, node, name, until, port, reason)));
  }

  private static boolean leftBy(Map<String, WhyView.Reached> before, Wire wire) {
    WhyView.Reached source = before.get(wire.source());
    return source != null && wire.sourcePort().equals(source.leftBy());
  }

  private static Text sentence(
      BoundCanvas canvas,
      String node,
      String name,
      Optional<Instant> until,
      String port,
      String reason) {
    if (port == null && until.isPresent()) {
      return Text.of(
          "Waits at '%s' until %s".formatted(name, until.get()),
          "在“%s”等待至 %s".formatted(name, until.get()));
    }
    if (port == null) {
      return Text.of(
          "Came to '%s' and went no further".formatted(name), "到达“%s”后未继续".formatted(name));
    }
    String because = reason == null ? "" : " (" + reason + ")";
    boolean enters = canvas.node(node).type() instanceof SourceNode;
    Text by = label(canvas, node, port);
    return enters
        ? Text.of("Entered at '%s'".formatted(name), "从“%s”进入".formatted(name))
        : Text.of(
            "Came to '%s' and left by '%s'%s".formatted(name, by.en(), because),
            "到达“%s”，从“%s”离开%s".formatted(name, by.zh(), because));
  }

  /** What a port is called on screen; people whose wait was skipped have one that is not drawn. */
  private static Text label(BoundCanvas canvas, String node, String port) {
    return canvas.ports(node).outPort(port).map(OutPort::label).orElse(Text.of(port, port));
  }

  private static WhyView.NotReached missed(
      BoundCanvas canvas, String node, Step step, Map<String, WhyView.Reached> reached) {
    String name = canvas.drawn(node).shownName();
    for (Wire wire : canvas.into(node)) {
      WhyView.Reached source = reached.get(wire.source());
      if (source != null && wire.sourcePort().equals(source.leftBy())) {
        Text by = label(canvas, source.node(), source.leftBy());
        return new WhyView.NotReached(
            node,
            name,
            Text.of(
                "Left '%s' by '%s' and is on the way to '%s'"
                    .formatted(source.name(), by.en(), name),
                "从“%s”的“%s”离开，正在前往“%s”".formatted(source.name(), by.zh(), name)));
      }
      if (source != null && source.leftBy() != null) {
        Text by = label(canvas, source.node(), source.leftBy());
        Text here = label(canvas, wire.source(), wire.sourcePort());
        return new WhyView.NotReached(
            node,
            name,
            Text.of(
                "Left '%s' by '%s', but '%s' follows its port '%s'"
                    .formatted(source.name(), by.en(), name, here.en()),
                "从“%s”的“%s”离开，而“%s”接在端口“%s”之后".formatted(source.name(), by.zh(), name, here.zh())));
      }
      if (source != null) {
        return new WhyView.NotReached(
            node,
            name,
            Text.of(
                "Is still at '%s'".formatted(source.name()), "仍在“%s”".formatted(source.name())));
      }
    }
    if (step == null) {
      return new WhyView.NotReached(
          node,
          name,
          Text.of("The run has not come to '%s'".formatted(name), "运行尚未到达“%s”".formatted(name)));
    }
    String before =
        canvas.into(node).isEmpty()
            ? name
            : canvas.drawn(canvas.into(node).get(0).source()).shownName();
    return new WhyView.NotReached(
        node,
        name,
        canvas.into(node).isEmpty()
            ? Text.of(
                "Was not among those who entered at '%s'".formatted(name),
                "不在“%s”的进入人群中".formatted(name))
            : Text.of(
                "Never came to '%s' before it".formatted(before), "未到达其前的“%s”".formatted(before)));
  }
}
