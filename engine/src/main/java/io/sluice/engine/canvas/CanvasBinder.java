package io.sluice.engine.canvas;

import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.nodetype.NodeTypes;
import io.sluice.engine.nodetype.SettingsProblem;
import io.sluice.node.NodeType;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives the nodes of a canvas their types and the arrows their ports. */
@Component
public class CanvasBinder {
  private final NodeTypes types;
  private final NodeBinder binder;

  CanvasBinder(NodeTypes types, NodeBinder binder) {
    this.types = types;
    this.binder = binder;
  }

  /**
   * Binds a canvas. Arrows whose ports do not exist or are full are left out and reported.
   *
   * @param problems receives what is wrong short of the structure
   * @throws CanvasUnreadable if a type is unknown, a setting has the wrong type, an arrow leads
   *     nowhere, or arrows form a cycle; with all such problems
   */
  public BoundCanvas bind(Canvas canvas, List<CanvasProblem> problems) {
    List<CanvasProblem> structure = new ArrayList<>();
    Map<String, BoundNode> nodes = new LinkedHashMap<>();
    for (CanvasNode node : canvas.nodes()) {
      bind(node, structure).ifPresent(bound -> nodes.put(node.id(), bound));
    }
    List<Wire> wires = new Wiring(canvas, nodes, structure, problems).wires();
    TopologicalOrder order = TopologicalOrder.of(canvas, wires);
    order.cycle().ifPresent(structure::add);
    if (!structure.isEmpty()) {
      throw new CanvasUnreadable(structure);
    }
    return new BoundCanvas(canvas, nodes, wires, order.ids());
  }

  private Optional<BoundNode> bind(CanvasNode node, List<CanvasProblem> structure) {
    Optional<NodeType<?>> type = types.find(node.type());
    if (type.isEmpty()) {
      String known = String.join(", ", types.all().stream().map(one -> one.info().key()).toList());
      String shown = PlainText.shown(node.type());
      structure.add(
          CanvasProblem.ofNode(
              Severity.STRUCTURE,
              "unknown-node-type",
              node.id(),
              Text.of(
                  "Node '%s' is of the unknown type '%s'; there are %s"
                      .formatted(node.id(), shown, known),
                  "节点“%s”的类型“%s”不存在;可用的有 %s".formatted(node.id(), shown, known))));
      return Optional.empty();
    }
    List<SettingsProblem> unreadable = new ArrayList<>();
    BoundNode bound = binder.bind(node.id(), type.get(), node.config(), unreadable);
    if (node.disabled()) {
      // What is wrong with settings that nobody uses keeps nobody from saving or starting.
      return Optional.of(SwitchedOff.of(bound));
    }
    for (SettingsProblem problem : unreadable) {
      structure.add(
          CanvasProblem.ofSetting(
              Severity.STRUCTURE, problem.code(), node.id(), problem.field(), problem.message()));
    }
    return Optional.of(bound);
  }
}
