package io.sluice.engine.step;

import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run whose past a test tells; it has one message node, "sms1". */
final class KnownPast implements RunPast {
  private final Map<Happening, Bounds> happened = new EnumMap<>(Happening.class);
  private final Instant enteredAt;
  private final Instant knownUntil;

  KnownPast(Instant enteredAt, Instant knownUntil) {
    this.enteredAt = enteredAt;
    this.knownUntil = knownUntil;
  }

  KnownPast with(Happening happening, Audience surely, Audience possibly) {
    happened.put(happening, new Bounds(surely, possibly));
    return this;
  }

  @Override
  public Set<String> nodes() {
    return Set.of("t", "sms1");
  }

  @Override
  public Set<String> messageNodes() {
    return Set.of("sms1");
  }

  @Override
  public Instant enteredAt() {
    return enteredAt;
  }

  @Override
  public List<Came> cameTo(String node) {
    return List.of(new Came(enteredAt, Optional.empty()));
  }

  @Override
  public void coupons(String node, Instant at, EachCoupon each) {}

  @Override
  public Bounds happened(String node, Happening happening) {
    return happened.getOrDefault(happening, Bounds.exactly(Audience.empty()));
  }

  @Override
  public Bounds coupon(String node, CouponFact fact, int forDays, Instant at, Expiry expiry) {
    return Bounds.exactly(Audience.empty());
  }

  @Override
  public Instant knownUntil() {
    return knownUntil;
  }
}
