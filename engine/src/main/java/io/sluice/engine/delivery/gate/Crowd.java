package io.sluice.engine.delivery.gate;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.People;
import io.sluice.node.Rule;

/** The people who come to a message node: members, of whom conditions tell, and guests. */
final class Crowd {
  private final WorkspaceId workspace;
  private final People members;
  private final GuestGates gates;
  private final Audience guests;

  Crowd(WorkspaceId workspace, Audience arrived, People members, GuestGates gates) {
    this.workspace = workspace;
    this.members = members;
    this.gates = gates;
    this.guests = gates.among(workspace, arrived);
  }

  /** Members who meet a condition; never a guest. */
  Audience matching(Rule rule) {
    return members.matching(rule);
  }

  /** Some members, and the guests who have the address of one of them. */
  Audience withGuests(Audience some) {
    return some.union(gates.withAddressOf(workspace, guests, some));
  }

  /**
   * Who has what a channel needs. A channel without addresses reaches members only.
   *
   * @param meant for whom the message is
   */
  Audience contactable(String channel, Audience meant) {
    return Channels.address(channel)
        .map(address -> members.matching(Rules.isSet(address)))
        .map(there -> there.union(gates.contactable(workspace, channel, guests)))
        .orElseGet(() -> meant.minus(guests));
  }

  /** Who may be written to by a channel. */
  Audience agreeing(String channel) {
    Audience agreed = members.matching(Rules.consent(channel));
    return guests.isEmpty()
        ? agreed
        : agreed.union(gates.agreeing(workspace, channel, guests, members.all().minus(agreed)));
  }
}
