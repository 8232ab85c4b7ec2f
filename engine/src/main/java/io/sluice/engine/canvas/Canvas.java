package io.sluice.engine.canvas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A campaign as the marketer drew it.
 *
 * @param schemaVersion the version of the file format, now 1
 * @param name the campaign's name on screen
 * @param goal what it is for; null where nobody says
 * @param nodes the nodes, ids distinct
 * @param edges the arrows between them, ids distinct
 * @param notes what people wrote on the canvas, ids distinct; they change nothing
 */
public record Canvas(
    int schemaVersion,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) CampaignGoal goal,
    List<CanvasNode> nodes,
    List<CanvasEdge> edges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CanvasNote> notes) {
  /** The version of the file format that this server writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Copies the lists. */
  public Canvas {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    notes = List.copyOf(notes);
  }
}
