package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.AccountRef;
import io.sluice.node.Audience;
import io.sluice.node.CodePool;
import io.sluice.node.CodePoolRef;
import io.sluice.node.CouponBatch;
import io.sluice.node.CouponRef;
import io.sluice.node.CouponWrite;
import io.sluice.node.DiscountOffer;
import io.sluice.node.NodeFailure;
import io.sluice.node.PointsWrite;
import io.sluice.node.Rewards;
import io.sluice.node.SetRef;
import io.sluice.node.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** What members have of what can be given to them, with writes on top that are not done. */
final class RewardReader {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

  private final RewardFacts facts;
  private final WorkspaceId workspace;
  private final Instant until;
  private final RunPast past;
  private final List<PlannedWrite> planned;
  private final List<Write> overlay;
  private final Supplier<Audience> everybody;

  /**
   * The rewards of a workspace.
   *
   * @param until up to when rules see them
   * @param past of the run; it says up to when nodes see balances
   * @param planned what nodes before would have written
   */
  RewardReader(
      RewardFacts facts,
      WorkspaceId workspace,
      Instant until,
      RunPast past,
      List<PlannedWrite> planned,
      Supplier<Audience> everybody) {
    this.facts = facts;
    this.workspace = workspace;
    this.until = until;
    this.past = past;
    this.planned = List.copyOf(planned);
    this.overlay = planned.stream().map(PlannedWrite::write).toList();
    this.everybody = everybody;
  }

  /** As nodes ask for them. */
  Rewards of(Function<SetRef, Audience> sets) {
    return new Rewards() {
      @Override
      public Audience withPoints(String account, long atLeast) {
        if (!facts.accounts(workspace).contains(account)) {
          throw new NodeFailure(
              "There is no account of points '" + account + "'; make it, or name another.");
        }
        return points(account, past.nodesSeeUntil(until)).apply(atLeast);
      }

      @Override
      public BigDecimal costOfPoint(String account) {
        return facts.costOfPoint(workspace, account);
      }

      @Override
      public Audience in(SetRef set) {
        return sets.apply(set);
      }

      @Override
      public CouponBatch coupons(String batch) {
        return batch(batch);
      }

      @Override
      public DiscountOffer offer(String key) {
        return facts
            .offer(workspace, key, until)
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no discount offer '" + key + "'; make it, or name another."));
      }

      @Override
      public CodePool codes(String pool) {
        return pool(pool);
      }
    };
  }

  private CouponBatch batch(String key) {
    RewardFacts.CouponStanding standing =
        facts
            .coupons(workspace, key, until)
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no batch of coupons '" + key + "'; make it, or name another."));
    List<CouponWrite> before =
        overlay.stream()
            .filter(write -> write.target().equals(new CouponRef(key)))
            .map(CouponWrite.class::cast)
            .toList();
    long given = before.stream().mapToLong(write -> write.members().size()).sum();
    boolean unlimited = standing.byLink() || standing.left() == Long.MAX_VALUE;
    return new CouponBatch(
        standing.givable(),
        standing.byLink(),
        unlimited ? Long.MAX_VALUE : Math.max(0, standing.left() - given),
        standing.left(),
        holding(key, before).atLeast(standing.perPerson()),
        standing.expectedCost(),
        standing.highestCost());
  }

  private CodePool pool(String key) {
    CodePool now =
        facts
            .codes(workspace, key, until)
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no pool of codes '" + key + "'; make it, or name another."));
    long given =
        overlay.stream()
            .filter(write -> write.target().equals(new CodePoolRef(key)))
            .mapToLong(write -> write.members().size())
            .sum();
    return new CodePool(now.open(), Math.max(0, now.left() - given), now.unitCost());
  }

  /** Coupons are counted as points are. */
  private WrittenPoints holding(String batch, List<CouponWrite> before) {
    AccountRef each = new AccountRef(batch);
    return new WrittenPoints(
        before.stream()
            .map(write -> new PointsWrite(each, PointsWrite.Change.ADD, 1, write.members()))
            .toList(),
        count -> count <= 0 ? everybody.get() : facts.withCoupons(workspace, batch, count));
  }

  /** When a coupon of a batch would expire that somebody has since an instant, if it would. */
  Optional<Instant> couponExpiry(String batch, Instant claimedAt) {
    return facts.couponExpiry(workspace, batch, claimedAt);
  }

  /** Who meets a condition on points. */
  Audience answer(Condition.Points condition, Audience all) {
    LongFunction<Audience> points = points(condition.account(), until);
    List<Audience> parts = new ArrayList<>();
    for (ValueTest.Range range : ranges(condition.test())) {
      Audience enough = range.from() == null ? all : points.apply(first(range.from()));
      parts.add(range.to() == null ? enough : enough.minus(points.apply(last(range.to()) + 1)));
    }
    return Audience.unionOf(parts);
  }

  /** Who meets a condition on coupons; what people do after {@code knownUntil} is undecided. */
  Bounds answer(Condition.Coupon condition, Instant knownUntil) {
    CouponForecast forecast = CouponForecast.none();
    CouponRef target = new CouponRef(condition.batch());
    for (PlannedWrite one : planned) {
      if (one.write() instanceof CouponWrite coupons && coupons.target().equals(target)) {
        forecast =
            forecast.and(
                coupons,
                facts.couponExpiry(workspace, condition.batch(), one.at()),
                until,
                condition.forDays());
      }
    }
    Audience now =
        facts.withCoupon(
            workspace, condition.batch(), condition.fact(), condition.forDays(), until);
    boolean ahead = until.isAfter(knownUntil);
    if (!ahead && forecast.isNone()) {
      return Bounds.exactly(now);
    }
    return forecast.bounds(
        condition,
        now,
        ahead
            ? facts.withCoupon(workspace, condition.batch(), CouponFact.OFFERED, 0, until)
            : Audience.empty());
  }

  private static List<ValueTest.Range> ranges(ValueTest test) {
    if (test instanceof ValueTest.OneOf oneOf) {
      return oneOf.values().stream()
          .map(value -> new ValueTest.Bound((BigDecimal) value, true))
          .map(bound -> new ValueTest.Range(bound, bound))
          .toList();
    }
    return List.of((ValueTest.Range) test);
  }

  private static long first(ValueTest.Bound bound) {
    return bounded(bound.firstWhole());
  }

  private static long last(ValueTest.Bound bound) {
    return bounded(bound.lastWhole());
  }

  /** No balance lies beyond. */
  private static long bounded(BigDecimal whole) {
    return whole.min(MOST).max(MOST.negate()).longValueExact();
  }

  /** Who has at least so many points. */
  private LongFunction<Audience> points(String account, Instant upTo) {
    // Who has no entries has zero points.
    LongFunction<Audience> kept =
        points ->
            points > 0
                ? facts.withPoints(workspace, account, points, false, upTo)
                : everybody.get().minus(facts.withPoints(workspace, account, points, true, upTo));
    AccountRef target = new AccountRef(account);
    List<PlannedWrite> mine =
        planned.stream().filter(one -> one.write().target().equals(target)).toList();
    if (!areDisturbed(account, mine, upTo)) {
      List<PointsWrite> writes =
          mine.stream().map(PlannedWrite::write).map(PointsWrite.class::cast).toList();
      return new WrittenPoints(writes, kept)::atLeast;
    }
    Audience touched = Audience.unionOf(mine.stream().map(one -> one.write().members()).toList());
    Map<Integer, Long> balances =
        new PlannedPoints(facts, workspace, account, mine, past.knownUntil())
            .balances(touched, upTo);
    return points ->
        kept.apply(points)
            .minus(touched)
            .union(Audience.collect(touched.stream().filter(one -> balances.get(one) >= points)));
  }

  /**
   * Whether others wrote since nodes would have taken something: then it matters who was first, and
   * that is told person by person.
   */
  private boolean areDisturbed(String account, List<PlannedWrite> writes, Instant upTo) {
    return writes.stream()
        .filter(one -> ((PointsWrite) one.write()).change() != PointsWrite.Change.ADD)
        .map(PlannedWrite::at)
        .min(Comparator.naturalOrder())
        .filter(first -> facts.isWritten(workspace, account, first, upTo))
        .isPresent();
  }
}
