package io.sluice.engine.delivery.gate;

import io.sluice.engine.member.guest.Guests;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the gates know of guests: conditions never yield them, so each gate asks here too. What
 * holds a member holds a guest with the same address.
 */
@Component
class GuestGates {
  private static final List<String> CHANNELS = List.of("sms", "email");

  private final Guests guests;
  private final SharedAddresses shared;

  GuestGates(Guests guests, SharedAddresses shared) {
    this.guests = guests;
    this.shared = shared;
  }

  /** Those of some people who are guests. */
  Audience among(WorkspaceId workspace, Audience people) {
    return Audience.unionOf(
        CHANNELS.stream()
            .map(channel -> people.intersect(guests.reachable(workspace, channel)))
            .toList());
  }

  /** Those of the guests who can be reached by a channel. */
  Audience contactable(WorkspaceId workspace, String channel, Audience people) {
    return people.intersect(guests.reachable(workspace, channel));
  }

  /**
   * Those of the guests who may be written to by a channel.
   *
   * @param unwilling members who may not
   */
  Audience agreeing(WorkspaceId workspace, String channel, Audience people, Audience unwilling) {
    return contactable(workspace, channel, people)
        .minus(guests.optedOut(workspace, channel))
        .minus(withAddressOf(workspace, people, unwilling));
  }

  /** Those of the guests whose address one of the members has. */
  Audience withAddressOf(WorkspaceId workspace, Audience people, Audience members) {
    if (people.isEmpty() || members.isEmpty()) {
      return Audience.empty();
    }
    return Audience.unionOf(
        CHANNELS.stream()
            .map(Channels::address)
            .flatMap(Optional::stream)
            .map(address -> shared.of(workspace, address).with(members).intersect(people))
            .toList());
  }
}
