package io.sluice.engine.canvas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A node as it is drawn.
 *
 * @param id a plain identifier, kept for the node's life
 * @param type the key of its type
 * @param name its name on screen; null where the marketer gave none
 * @param config its settings
 * @param position where it stands; null where nobody placed it
 * @param disabled whether it is switched off: people pass it unchanged
 */
public record CanvasNode(
    String id,
    String type,
    String name,
    ObjectNode config,
    Position position,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean disabled) {
  /** The centre of a node, in canvas pixels. */
  public record Position(double x, double y) {}

  /** The name on screen: the given one, or the id. */
  public String shownName() {
    return name == null || name.isBlank() ? id : name;
  }
}
