package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.Locale;

/**
 * A link in the messages of one node to the people of one entry.
 *
 * @param target where a click leads; null for the other kinds
 */
record Link(
    WorkspaceId workspace,
    long run,
    String node,
    long entry,
    String channel,
    Kind kind,
    String target) {
  /** What following it means. */
  enum Kind {
    CLICK("/l/"),
    UNSUBSCRIBE("/u/"),
    OPEN("/o/");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    /** Where such links begin, after the address of the server. */
    String path() {
      return path;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The message that a member got with it. */
  EffectKey message(int member) {
    return new EffectKey(workspace, run, node, member, entry);
  }
}
