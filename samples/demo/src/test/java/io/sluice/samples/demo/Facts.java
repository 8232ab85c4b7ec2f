package io.sluice.samples.demo;

import io.sluice.samples.data.Consent;
import io.sluice.samples.data.DemoPeople;
import io.sluice.samples.data.Marks;
import io.sluice.samples.data.Order;
import io.sluice.samples.data.Profile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What was true of one person at an instant, told from the generator alone. */
record Facts(DemoPeople people, ZoneId zone, Instant at) {
  Facts later(Duration time) {
    return new Facts(people, zone, at.plus(time));
  }

  boolean registered(int person) {
    return !people.profile(person).registeredAt().isAfter(at);
  }

  boolean isNew(int person) {
    Instant monthAgo = at.atZone(zone).minusMonths(1).toInstant();
    return registered(person) && people.profile(person).registeredAt().isAfter(monthAgo);
  }

  boolean active(int person) {
    return people.profile(person).active();
  }

  int level(int person) {
    return people.profile(person).level();
  }

  boolean hasApp(int person) {
    return Boolean.TRUE.equals(people.traits(person).appInstalled());
  }

  boolean agreed(int person, String channel) {
    return people.consents(person).stream()
        .filter(consent -> consent.channel().equals(channel))
        .anyMatch(this::holds);
  }

  /** Whether a marketing message of the channel gets through to the person. */
  boolean reachedBy(int person, String channel) {
    Profile profile = people.profile(person);
    String address = channel.equals("sms") ? profile.phone() : profile.email();
    return active(person) && address != null && agreed(person, channel);
  }

  private boolean holds(Consent consent) {
    return !consent.givenAt().isAfter(at)
        && (consent.withdrawnAt() == null || consent.withdrawnAt().isAfter(at));
  }

  boolean complained(int person) {
    Marks marks = people.marks(person);
    return marks.complained()
        && !at.isBefore(daysBeforeTheEnd(40))
        && !(marks.appeased() && !at.isBefore(daysBeforeTheEnd(10)));
  }

  boolean invitedToTheOpening(int person) {
    return people.marks(person).openingGuest() && !at.isBefore(daysBeforeTheEnd(20));
  }

  private Instant daysBeforeTheEnd(int days) {
    return people.reference().minus(Duration.ofDays(days));
  }

  /** The orders paid in the last so many days, or ever. */
  List<Order> bought(int person, int days) {
    return bought(person).stream()
        .filter(order -> order.paidAt().isAfter(at.minus(Duration.ofDays(days))))
        .toList();
  }

  List<Order> bought(int person) {
    return people.orders(person).stream()
        .filter(order -> order.paidAt() != null && !order.paidAt().isAfter(at))
        .toList();
  }

  BigDecimal spent(int person, int days) {
    return bought(person, days).stream()
        .map(Order::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whole days since the last paid order; -1 where there is none. */
  long daysSinceLastOrder(int person) {
    return bought(person).stream()
        .map(Order::paidAt)
        .max(Instant::compareTo)
        .map(last -> Duration.between(last, at).toDays())
        .orElse(-1L);
  }

  boolean lastBoughtBetween(int person, int fromDays, int toDays) {
    long days = daysSinceLastOrder(person);
    return days >= fromDays && days <= toDays;
  }

  /** Whether the birthday is on a day from so many days from today to so many. */
  boolean hasBirthday(int person, int fromDays, int toDays) {
    LocalDate birth = people.profile(person).birthDate();
    if (birth == null) {
      return false;
    }
    LocalDate today = LocalDate.ofInstant(at, zone);
    return today
        .plusDays(fromDays)
        .datesUntil(today.plusDays(toDays + 1L))
        // 29 February is congratulated on the 28th where there is none.
        .anyMatch(day -> birth.withYear(day.getYear()).equals(day));
  }
}
