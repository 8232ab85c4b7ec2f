package io.sluice.engine.bpmn;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasNode.Position;
import io.sluice.engine.canvas.Wire;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * Where each element of a process stands: as on the canvas, or in columns where it has no place.
 */
final class DiagramLayout {
  private static final double COLUMN = 320;
  private static final double ROW = 140;

  private final Map<String, Box> boxes = new LinkedHashMap<>();

  /** A rectangle in pixels, from its upper left corner. */
  record Box(double x, double y, double width, double height) {
    static Box around(double x, double y, double width, double height) {
      return new Box(x - width / 2, y - height / 2, width, height);
    }

    Box down(double by) {
      return new Box(x, y + by, width, height);
    }

    double middle() {
      return y + height / 2;
    }
  }

  static DiagramLayout of(BoundCanvas canvas, ProcessWriter process) {
    DiagramLayout layout = new DiagramLayout();
    Map<String, Position> places = places(canvas);
    double left =
        process.entry().nodes().stream().mapToDouble(node -> places.get(node).x()).min().orElse(0);
    double top =
        process.entry().nodes().stream().mapToDouble(node -> places.get(node).y()).min().orElse(0);
    for (FlowNode element : process.process().getChildElementsByType(FlowNode.class)) {
      String kind = element.getId().substring(process.entry().key().length() + 1).split("\\.")[0];
      Position at =
          places.getOrDefault(Vocabulary.nodeOf(element.getId()), new Position(left, top));
      layout.boxes.put(
          element.getId(),
          switch (kind) {
            case "start" -> Box.around(left - 180, top, 36, 36);
            case "join" -> Box.around(at.x() - 100, at.y(), 50, 50);
            case "receipts" -> Box.around(at.x(), at.y() - 90, 100, 60);
            case "timer" -> Box.around(at.x() + 90, at.y(), 36, 36);
            case "end" -> Box.around(at.x() + 150, at.y(), 36, 36);
            default -> Box.around(at.x(), at.y(), 100, 80);
          });
    }
    return layout;
  }

  Map<String, Box> boxes() {
    return boxes;
  }

  /** The rectangle around all elements. */
  Box box() {
    double left = boxes.values().stream().mapToDouble(Box::x).min().orElse(0);
    double top = boxes.values().stream().mapToDouble(Box::y).min().orElse(0);
    double right = boxes.values().stream().mapToDouble(box -> box.x + box.width).max().orElse(0);
    double bottom = boxes.values().stream().mapToDouble(box -> box.y + box.height).max().orElse(0);
    return new Box(left, top, right - left, bottom - top);
  }

  /** Places of a canvas count only if all nodes have one: a mixture would overlap. */
  private static Map<String, Position> places(BoundCanvas canvas) {
    Map<String, Position> places = new HashMap<>();
    canvas.canvas().nodes().forEach(node -> places.put(node.id(), node.position()));
    return places.containsValue(null) ? columns(canvas) : places;
  }

  private static Map<String, Position> columns(BoundCanvas canvas) {
    Map<String, Integer> columnOf = new HashMap<>();
    Map<Integer, Integer> rows = new HashMap<>();
    Map<String, Position> places = new HashMap<>();
    for (String node : canvas.order()) {
      int column =
          canvas.into(node).stream().map(Wire::source).mapToInt(columnOf::get).max().orElse(-1) + 1;
      columnOf.put(node, column);
      int row = rows.merge(column, 1, Integer::sum) - 1;
      places.put(node, new Position(column * COLUMN, row * ROW));
    }
    return places;
  }
}
