package io.sluice.engine.delivery.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a workspace allows itself in marketing messages.
 *
 * @param caps how many messages a person gets at most
 * @param quietHours when nobody gets any, where there are such hours
 */
public record MessagingPolicy(List<FrequencyCap> caps, Optional<QuietHours> quietHours) {
  /** Three messages in any 24 hours; no quiet hours. */
  public static final MessagingPolicy DEFAULT =
      new MessagingPolicy(List.of(FrequencyCap.DEFAULT), Optional.empty());

  /** Copies the list, which may hold nulls until it is checked; what is left out is not there. */
  public MessagingPolicy {
    caps = caps == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(caps));
    quietHours = quietHours == null ? Optional.empty() : quietHours;
  }
}
