package io.sluice.engine.delivery.content;

import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message;
import io.sluice.node.NodeFailure;
import io.sluice.node.ValueRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what of that which nodes can write messages name. */
@Component
public class NamedValues {
  private final Composer composer;

  NamedValues(Composer composer) {
    this.composer = composer;
  }

  /**
   * The values that a message names; nothing of a variant that cannot be used.
   *
   * @param lists the imported lists that lead to the message
   */
  public Set<ValueRef> in(Workspace workspace, Message message, List<String> lists) {
    Set<ValueRef> named = new HashSet<>();
    for (int i = 0; i < message.variants().size(); i++) {
      try {
        named.addAll(composer.prepare(workspace, message, lists, i, SmsParts.CN_70_67).named());
      } catch (NodeFailure unusable) {
        // The check of contents tells what is wrong.
        continue;
      }
    }
    return named;
  }
}
