package io.sluice.engine.segment;

import io.sluice.engine.event.OrderStatus;
import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.DateRef;
import io.sluice.node.Dates;
import io.sluice.node.NodeFailure;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The dates of people at one moment, with writes on top that are not done. */
final class DateReader implements Dates {
  private final MemberDates facts;
  private final RewardFacts rewards;
  private final WorkspaceId workspace;
  private final Instant until;
  private final Function<String, Optional<Attribute>> attributes;
  private final List<ValueWrite> writes;
  private final RunPast past;
  private final Map<RunPast.ClaimedCoupon, Optional<Instant>> expiries = new HashMap<>();

  /**
   * The dates of a workspace.
   *
   * @param until up to when orders and coupons are seen
   * @param writes what nodes before would have written
   */
  DateReader(
      MemberDates facts,
      RewardFacts rewards,
      WorkspaceId workspace,
      Instant until,
      Function<String, Optional<Attribute>> attributes,
      List<ValueWrite> writes,
      RunPast past) {
    this.facts = facts;
    this.rewards = rewards;
    this.workspace = workspace;
    this.until = until;
    this.attributes = attributes;
    this.writes = writes;
    this.past = past;
  }

  @Override
  public Map<LocalDate, Audience> days(DateRef date, Audience people) {
    if (date.kind() == DateRef.Kind.BIRTH_DATE) {
      return facts.days(workspace, Optional.empty(), people);
    }
    Attribute attribute =
        attributes
            .apply(date.key())
            .filter(one -> one.type() == FieldType.DATE)
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no date attribute '%s'; make it, or name another."
                            .formatted(date.key())));
    Map<LocalDate, Audience> days =
        new HashMap<>(facts.days(workspace, Optional.of(attribute), people));
    for (ValueWrite write : writes) {
      if (write.target().equals(ValueRef.attribute(date.key()))) {
        write(days, write, people);
      }
    }
    return days;
  }

  private static void write(Map<LocalDate, Audience> days, ValueWrite write, Audience people) {
    Audience written = write.members().intersect(people);
    if (write.mode() == ValueWrite.Mode.FILL) {
      written = written.minus(Audience.unionOf(days.values()));
    }
    Audience changed = written;
    days.replaceAll((day, members) -> members.minus(changed));
    days.merge(LocalDate.parse(write.values().get(0)), changed, Audience::union);
    days.values().removeIf(Audience::isEmpty);
  }

  @Override
  public void instants(DateRef date, Audience people, EachInstant each) {
    EachInstant known =
        (member, at) -> {
          if (people.contains(member)) {
            each.accept(member, at);
          }
        };
    switch (date.kind()) {
      case REGISTRATION -> facts.registrations(workspace, people, each);
      case ORDER_PAID -> facts.lastOrders(workspace, OrderStatus.PAID, until, people, each);
      case ORDER_SHIPPED -> facts.lastOrders(workspace, OrderStatus.SHIPPED, until, people, each);
      case ORDER_CONFIRMED ->
          facts.lastOrders(workspace, OrderStatus.CONFIRMED, until, people, each);
      case COUPON_CLAIMED ->
          past.coupons(date.key(), until, (member, coupon) -> known.accept(member, coupon.at()));
      case COUPON_EXPIRES ->
          past.coupons(
              date.key(),
              until,
              (member, coupon) -> expiry(coupon).ifPresent(at -> known.accept(member, at)));
      case BIRTH_DATE, ATTRIBUTE -> throw new IllegalArgumentException(date + " is a day");
    }
  }

  private Optional<Instant> expiry(RunPast.ClaimedCoupon coupon) {
    return coupon.batch() == null
        ? Optional.ofNullable(coupon.expiresAt())
        : expiries.computeIfAbsent(
            coupon, one -> rewards.couponExpiry(workspace, one.batch(), one.at()));
  }
}
