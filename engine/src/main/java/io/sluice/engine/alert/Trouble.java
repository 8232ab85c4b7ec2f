package io.sluice.engine.alert;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * Something that is wrong at present.
 *
 * @param cause names it, the same each time it is seen and unique in the workspace; at most 200
 *     characters
 * @param campaign the campaign it concerns, or null
 * @param run the run it concerns, or null
 * @param node the node it concerns, or null
 * @param message a sentence for people: what is wrong and what to do; cut after 1,000 characters
 */
public record Trouble(
    AlertKind kind,
    WorkspaceId workspace,
    String cause,
    Long campaign,
    Long run,
    String node,
    String message) {
  private static final int LENGTH = 1_000;

  /** Cuts a message that is too long to be kept. */
  public Trouble {
    message = message.substring(0, Math.min(message.length(), LENGTH));
  }

  static Trouble ofCampaign(
      AlertKind kind, WorkspaceId workspace, String cause, long campaign, String message) {
    return new Trouble(kind, workspace, cause, campaign, null, null, message);
  }
}
