package io.sluice.node.testkit;

import io.sluice.node.AttributeKind;
import io.sluice.node.Audience;
import io.sluice.node.CodePool;
import io.sluice.node.CouponBatch;
import io.sluice.node.CouponKind;
import io.sluice.node.DiscountOffer;
import io.sluice.node.NodeFailure;
import io.sluice.node.Rewards;
import io.sluice.node.SetRef;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a workspace has and has given, as a test states it. */
final class FakeWorkspace implements KnownThings, Rewards {
  final FakePeople people = new FakePeople();
  private final Map<String, AttributeKind> attributes = new HashMap<>();
  private final Map<String, Map<Integer, Long>> balances = new HashMap<>();
  private final Map<SetRef, Audience> sets = new HashMap<>();
  private final Map<String, CouponBatch> batches = new HashMap<>();
  private final Map<String, CouponKind> couponKinds = new HashMap<>();
  private final Map<String, DiscountOffer> offers = new HashMap<>();
  private final Map<String, CodePool> pools = new HashMap<>();

  final FakeDates dates = new FakeDates();
  private final Set<String> couponNodes = new HashSet<>();

  void couponNode(String node) {
    couponNodes.add(node);
  }

  @Override
  public boolean givesCoupons(String node) {
    return couponNodes.contains(node);
  }

  void attribute(String key, AttributeKind kind) {
    attributes.put(key, kind);
  }

  void account(String key) {
    balances.computeIfAbsent(key, account -> new HashMap<>());
  }

  void points(String account, int member, long points) {
    account(account);
    balances.get(account).put(member, points);
  }

  void kept(SetRef set, Audience members) {
    sets.put(set, members);
  }

  void coupons(String key, CouponKind kind, CouponBatch batch) {
    couponKinds.put(key, kind);
    batches.put(key, batch);
  }

  void offer(String key, DiscountOffer offer) {
    offers.put(key, offer);
  }

  void codes(String key, CodePool pool) {
    pools.put(key, pool);
  }

  @Override
  public boolean hasSegment(String key) {
    return people.has(SetRef.segment(key));
  }

  @Override
  public boolean hasList(String key) {
    return people.has(SetRef.list(key));
  }

  @Override
  public Optional<AttributeKind> attributeKind(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  @Override
  public boolean hasAccount(String key) {
    return balances.containsKey(key);
  }

  @Override
  public Optional<CouponKind> couponKind(String key) {
    return Optional.ofNullable(couponKinds.get(key));
  }

  @Override
  public Optional<DiscountOffer> discountOffer(String key) {
    return Optional.ofNullable(offers.get(key));
  }

  @Override
  public Optional<CodePool> codePool(String key) {
    return Optional.ofNullable(pools.get(key));
  }

  @Override
  public DiscountOffer offer(String key) {
    return discountOffer(key)
        .orElseThrow(() -> new NodeFailure("There is no discount offer '" + key + "'"));
  }

  @Override
  public CodePool codes(String pool) {
    return codePool(pool)
        .orElseThrow(() -> new NodeFailure("There is no pool of codes '" + pool + "'"));
  }

  @Override
  public Audience withPoints(String account, long atLeast) {
    if (!balances.containsKey(account)) {
      throw new NodeFailure("There is no account of points '" + account + "'");
    }
    Map<Integer, Long> entries = balances.get(account);
    return Audience.collect(
        people.all().stream().filter(member -> entries.getOrDefault(member, 0L) >= atLeast));
  }

  @Override
  public BigDecimal costOfPoint(String account) {
    return BigDecimal.ZERO;
  }

  @Override
  public Audience in(SetRef set) {
    return sets.getOrDefault(set, Audience.empty());
  }

  @Override
  public CouponBatch coupons(String batch) {
    return Optional.ofNullable(batches.get(batch))
        .orElseThrow(() -> new NodeFailure("There is no batch of coupons '" + batch + "'"));
  }
}
