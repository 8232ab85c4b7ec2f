package io.sluice.engine.run;

import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells for one member where in a run the member was and why not elsewhere: a look-up in kept sets.
 */
@Component
class Why {
  private final StepStore steps;
  private final CanvasVersions versions;

  Why(StepStore steps, CanvasVersions versions) {
    this.steps = steps;
    this.versions = versions;
  }

  WhyView of(Run run, int member, String key) {
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    Map<String, Step> stepByNode = new HashMap<>();
    steps.ofRun(run).forEach(step -> stepByNode.putIfAbsent(step.node(), step));
    List<PortAudience> in =
        steps.ports(run).stream()
            .filter(port -> steps.audience(run.workspace(), port).contains(member))
            .toList();
    Map<String, WhyView.Reached> reached = new HashMap<>();
    List<WhyView.Reached> path = new ArrayList<>();
    List<WhyView.NotReached> missed = new ArrayList<>();
    for (String node : canvas.order()) {
      Optional<WhyView.Reached> here = reached(canvas, node, stepByNode.get(node), in, reached);
      if (here.isPresent()) {
        reached.put(node, here.get());
        path.add(here.get());
      } else {
        missed.add(missed(canvas, node, stepByNode.get(node), reached));
      }
    }
    return new WhyView(key, path, missed);
  }

  private static Optional<WhyView.Reached> reached(
      BoundCanvas canvas,
      String node,
      Step step,
      List<PortAudience> in,
      Map<String, WhyView.Reached> before) {
    List<PortAudience> left = in.stream().filter(port -> port.node().equals(node)).toList();
    String port =
        left.stream()
            .filter(PortAudience::isWholePort)
            .map(PortAudience::port)
            .findFirst()
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
    return Optional.of(
        new WhyView.Reached(
            node,
            name,
            step.instant(),
            port,
            reason,
            sentence(canvas, node, name, step, port, reason)));
  }

  private static boolean leftBy(Map<String, WhyView.Reached> before, Wire wire) {
    WhyView.Reached source = before.get(wire.source());
    return source != null && wire.sourcePort().equals(source.leftBy());
  }

  private static Text sentence(
      BoundCanvas canvas, String node, String name, Step step, String port, String reason) {
    if (port == null && step.waiting()) {
      return Text.of(
          "Waits at '%s' until %s".formatted(name, step.release()),
          "在“%s”等待至 %s".formatted(name, step.release()));
    }
    if (port == null) {
      return Text.of(
          "Came to '%s' and went no further".formatted(name), "到达“%s”后未继续".formatted(name));
    }
    String because = reason == null ? "" : " (" + reason + ")";
    boolean enters = canvas.node(node).type() instanceof SourceNode;
    return Text.of(
        (enters ? "Entered at '%s'" : "Came to '%s' and left by '" + port + "'" + because)
            .formatted(name),
        (enters ? "从“%s”进入" : "到达“%s”,从“" + port + "”离开" + because).formatted(name));
  }

  private static WhyView.NotReached missed(
      BoundCanvas canvas, String node, Step step, Map<String, WhyView.Reached> reached) {
    String name = canvas.drawn(node).shownName();
    for (Wire wire : canvas.into(node)) {
      WhyView.Reached source = reached.get(wire.source());
      if (source != null && wire.sourcePort().equals(source.leftBy())) {
        return new WhyView.NotReached(
            node,
            name,
            Text.of(
                "Left '%s' by '%s' and is on the way to '%s'"
                    .formatted(source.name(), source.leftBy(), name),
                "从“%s”的“%s”离开,正在前往“%s”".formatted(source.name(), source.leftBy(), name)));
      }
      if (source != null && source.leftBy() != null) {
        return new WhyView.NotReached(
            node,
            name,
            Text.of(
                "Left '%s' by '%s', but '%s' follows its port '%s'"
                    .formatted(source.name(), source.leftBy(), name, wire.sourcePort()),
                "从“%s”的“%s”离开,而“%s”接在端口“%s”之后"
                    .formatted(source.name(), source.leftBy(), name, wire.sourcePort())));
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
