package io.sluice.engine.delivery.gate;

import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * At most so many marketing messages in any span of time.
 *
 * @param messages how many, at least 1
 * @param hours the length of the span
 * @param channel the channel whose messages count; all where empty
 */
public record FrequencyCap(int messages, int hours, Optional<String> channel) {
  /** A cap on all channels where none is given. */
  public FrequencyCap {
    channel = channel == null ? Optional.empty() : channel;
  }

  /** Three messages in any 24 hours, over all channels. */
  public static final FrequencyCap DEFAULT = new FrequencyCap(3, 24, Optional.empty());

  /**
   * Who may not get another message at an instant. A span that begins after the first and ends with
   * the last of its messages is what counts, so each span that the new message falls into is looked
   * at: the one that ends with it, and those that end with a later planned one.
   */
  Audience reachedAt(Instant due, String by, List<Reservation> reserved) {
    if (channel.isPresent() && !channel.get().equals(by)) {
      return Audience.empty();
    }
    Duration span = Duration.ofHours(hours);
    List<Reservation> counted =
        reserved.stream()
            .filter(one -> channel.isEmpty() || channel.get().equals(one.channel()))
            .filter(one -> one.at().isAfter(due.minus(span)) && one.at().isBefore(due.plus(span)))
            .toList();
    List<Instant> ends = new ArrayList<>(List.of(due));
    counted.stream().map(Reservation::at).filter(due::isBefore).distinct().forEach(ends::add);
    List<Audience> reached = new ArrayList<>();
    for (Instant end : ends) {
      reached.add(
          inAtLeast(
              messages,
              counted.stream()
                  .filter(one -> one.at().isAfter(end.minus(span)) && !one.at().isAfter(end))
                  .map(Reservation::members)
                  .toList()));
    }
    return Audience.unionOf(reached);
  }

  /** Who is in at least so many of the audiences. */
  static Audience inAtLeast(int times, List<Audience> audiences) {
    if (audiences.size() < times) {
      return Audience.empty();
    }
    Audience[] seen = new Audience[times];
    Arrays.fill(seen, Audience.empty());
    for (Audience audience : audiences) {
      for (int i = times - 1; i > 0; i--) {
        seen[i] = seen[i].union(seen[i - 1].intersect(audience));
      }
      seen[0] = seen[0].union(audience);
    }
    return seen[times - 1];
  }
}
