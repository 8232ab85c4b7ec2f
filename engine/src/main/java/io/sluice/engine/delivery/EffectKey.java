package io.sluice.engine.delivery;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * Names one effect on one person for ever. It holds no attempt number: a repeat is the same effect.
 *
 * @param workspace the workspace
 * @param run the run
 * @param node the node on the canvas, a plain identifier
 * @param member the member
 * @param entry the cohort in which the member entered the run
 */
public record EffectKey(WorkspaceId workspace, long run, String node, int member, long entry) {
  private static final int PARTS = 5;

  /** The key as a text, at most 128 characters of letters, digits, dashes, underscores and dots. */
  public String text() {
    return "%d.%d.%s.%d.%d".formatted(workspace.value(), run, node, member, entry);
  }

  /**
   * Reads a key back from its text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static EffectKey parse(String text) {
    String[] parts = text.split("\\.", PARTS + 1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("No effect key: " + text);
    }
    return new EffectKey(
        new WorkspaceId(Integer.parseInt(parts[0])),
        Long.parseLong(parts[1]),
        parts[2],
        Integer.parseInt(parts[3]),
        Long.parseLong(parts[4]));
  }
}
