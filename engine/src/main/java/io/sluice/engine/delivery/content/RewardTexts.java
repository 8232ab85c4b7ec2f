package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What messages say of one kind of rewards, as the values of the placeholders {@code kind.part}. A
 * value is a text, or a {@link io.sluice.node.Text} where it is in the language of the message.
 * Each room that gives something of its own to people has one.
 */
public interface RewardTexts {
  /** The kind, as placeholders name it: one of {@code Placeholder.Reward}. */
  String kind();

  /**
   * What people were given at a node before a message, by member and part; without those who were
   * given nothing. Read in the caller's transaction.
   *
   * @param message the cohort at the message
   */
  Map<Integer, Map<String, Object>> given(
      Workspace workspace, DeliveryRef message, Route.Giver giver, Audience people);

  /**
   * What somebody may be given, by part: every text of exactly the length that it has for all.
   *
   * @param key the batch or pool; any where empty
   * @param at when it is given
   */
  Map<String, Object> example(Workspace workspace, Optional<String> key, Instant at);
}
