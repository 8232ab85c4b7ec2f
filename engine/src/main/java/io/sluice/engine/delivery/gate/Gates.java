package io.sluice.engine.delivery.gate;

import io.sluice.engine.delivery.gate.Admission.Group;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.People;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The gates before any message, as set operations. Runs in the snapshot in which the node is
 * computed; the run, the dry run and the counts while drawing all come here.
 */
@Component
public class Gates {
  private final MessagingPolicies policies;
  private final SharedAddresses shared;
  private final TimeZones zones;
  private final GuestGates guestGates;

  Gates(
      MessagingPolicies policies, SharedAddresses shared, TimeZones zones, GuestGates guestGates) {
    this.policies = policies;
    this.shared = shared;
    this.zones = zones;
    this.guestGates = guestGates;
  }

  /** Sorts the people who come to a message node. */
  public Admission admit(GateRequest request, People people) {
    Message message = request.message();
    boolean marketing = message.purpose() == Purpose.MARKETING;
    Audience skipped =
        message
            .skipIf()
            .map(people::matching)
            .orElse(Audience.empty())
            .intersect(request.arrived());
    Holds holds = new Holds(request.arrived().minus(skipped));
    Crowd crowd = new Crowd(request.workspace().id(), request.arrived(), people, guestGates);
    holds.hold(
        "deregistered",
        crowd.withGuests(
            people.matching(Rules.profile(ProfileField.STATUS, "is", "deregistered"))));
    List<Audience> byVariant = assign(message.variants(), holds, marketing, crowd);
    for (int i = 0; i < byVariant.size(); i++) {
      int variant = i;
      Channels.address(message.variants().get(i).channel())
          .ifPresent(
              address ->
                  holds.hold(
                      "same-address",
                      shared
                          .of(request.workspace().id(), address)
                          .repeated(byVariant.get(variant).intersect(holds.left()))));
    }
    if (marketing) {
      holdWithoutConsent(message.variants(), byVariant, holds, crowd);
    }
    holds.hold("blacklisted", crowd.withGuests(request.blacklisted()));
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < byVariant.size(); i++) {
      groups.addAll(
          plan(request, i, byVariant.get(i).intersect(holds.left()), marketing, holds, people));
    }
    return new Admission(skipped, holds.byReason(), groups);
  }

  /** Gives each person the first variant by which they can be reached. */
  private static List<Audience> assign(
      List<Variant> variants, Holds holds, boolean marketing, Crowd crowd) {
    boolean choice = variants.size() > 1;
    List<Audience> byVariant = new ArrayList<>();
    List<Audience> contactable = new ArrayList<>();
    Audience left = holds.left();
    for (Variant variant : variants) {
      Audience meant = variant.when().map(crowd::matching).orElse(left).intersect(holds.left());
      Audience there = meant.intersect(crowd.contactable(variant.channel(), meant));
      contactable.add(there);
      // With one channel only, consent is a gate of its own and comes later.
      Audience reached =
          choice && marketing ? there.intersect(crowd.agreeing(variant.channel())) : there;
      byVariant.add(reached.intersect(left));
      left = left.minus(reached);
    }
    Audience somehow = Audience.unionOf(contactable);
    holds.hold("not-contactable", holds.left().minus(somehow));
    holds.hold("no-consent", holds.left().minus(Audience.unionOf(byVariant)));
    return byVariant;
  }

  private static void holdWithoutConsent(
      List<Variant> variants, List<Audience> byVariant, Holds holds, Crowd crowd) {
    for (int i = 0; i < variants.size(); i++) {
      holds.hold("no-consent", byVariant.get(i).minus(crowd.agreeing(variants.get(i).channel())));
    }
  }

  private List<Group> plan(
      GateRequest request,
      int variant,
      Audience members,
      boolean marketing,
      Holds holds,
      People people) {
    String channel = request.message().variants().get(variant).channel();
    if (members.isEmpty()) {
      return List.of();
    }
    if (!marketing) {
      return List.of(new Group(variant, channel, request.instant(), false, members));
    }
    MessagingPolicy policy = policies.of(request.workspace().id());
    List<Group> groups = new ArrayList<>();
    dueTimes(request, members, policy, people)
        .forEach(
            (due, there) -> {
              List<Reservation> reserved = byAddress(request.workspace(), request.reserved());
              for (FrequencyCap cap : policy.caps()) {
                holds.hold("frequency-cap", there.intersect(cap.reachedAt(due, channel, reserved)));
              }
              if (request.message().atNight() == AtNight.DROP && due.isAfter(request.instant())) {
                holds.hold("quiet-hours", there);
              }
              Audience passed = there.intersect(holds.left());
              if (!passed.isEmpty()) {
                groups.add(new Group(variant, channel, due, true, passed));
              }
            });
    return groups;
  }

  /** The people by planned instant, the earliest first. */
  private Map<Instant, Audience> dueTimes(
      GateRequest request, Audience members, MessagingPolicy policy, People people) {
    if (policy.quietHours().isEmpty()) {
      return Map.of(request.instant(), members);
    }
    Map<Instant, Audience> due = new TreeMap<>();
    for (Map.Entry<ZoneId, Audience> zone :
        zones.of(request.workspace(), members, people).entrySet()) {
      due.merge(
          policy.quietHours().get().earliest(request.instant(), zone.getKey()),
          zone.getValue(),
          Audience::union);
    }
    return due;
  }

  /** The cap counts by person and by address: what one got counts for all who share it. */
  private List<Reservation> byAddress(Workspace workspace, List<Reservation> reserved) {
    Map<ProfileField, SharedAddresses.Groups> groups = new LinkedHashMap<>();
    return reserved.stream()
        .map(
            one ->
                Channels.address(one.channel())
                    .map(
                        address ->
                            new Reservation(
                                one.channel(),
                                one.at(),
                                groups
                                    .computeIfAbsent(address, key -> shared.of(workspace.id(), key))
                                    .with(one.members())))
                    .orElse(one))
        .toList();
  }
}
