package io.sluice.engine.delivery.content;

import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.AccountRef;
import io.sluice.node.FactRef;
import io.sluice.node.Message;
import io.sluice.node.NodeFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells what of that which nodes can write messages name. */
@Component
public class NamedValues {
  private final Composer composer;
  private final RewardFacts facts;

  NamedValues(Composer composer, RewardFacts facts) {
    this.composer = composer;
    this.facts = facts;
  }

  /** The values and balances that a message names; nothing of a variant that cannot be used. */
  public Set<FactRef> in(Workspace workspace, Message message) {
    Set<FactRef> named = new HashSet<>();
    for (int i = 0; i < message.variants().size(); i++) {
      try {
        Composition variant = composer.prepare(workspace, message, i);
        named.addAll(variant.named());
        variant.accounts().forEach(account -> named.addAll(accounts(workspace, account)));
      } catch (NodeFailure unusable) {
        // The check of contents tells what is wrong.
        continue;
      }
    }
    return named;
  }

  private List<AccountRef> accounts(Workspace workspace, Optional<String> named) {
    return named.map(List::of).orElseGet(() -> facts.accounts(workspace.id())).stream()
        .map(AccountRef::new)
        .toList();
  }
}
