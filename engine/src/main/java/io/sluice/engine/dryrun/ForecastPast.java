package io.sluice.engine.dryrun;

import io.sluice.engine.campaign.Routes;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.CouponForecast;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.CouponFact;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.step.ReceiptWindows;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.CouponWrite;
import io.sluice.node.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What would have happened before a node: what people do later is undecided. */
final class ForecastPast implements RunPast {
  private final BoundCanvas canvas;
  private final String node;
  private final Function<String, List<Passed>> passed;
  private final Predicate<String> telling;
  private final Instant enteredAt;
  private final Instant now;

  /**
   * The past of a node.
   *
   * @param passed the forecast of every node before it, in every cohort in which its people were
   *     there
   * @param telling whether receipts tell what becomes of a node's messages
   * @param now up to when facts are known
   */
  ForecastPast(
      BoundCanvas canvas,
      String node,
      Function<String, List<Passed>> passed,
      Predicate<String> telling,
      Instant enteredAt,
      Instant now) {
    this.canvas = canvas;
    this.node = node;
    this.passed = passed;
    this.telling = telling;
    this.enteredAt = enteredAt;
    this.now = now;
  }

  /**
   * What a node before made of a cohort.
   *
   * @param people who of that cohort is asked about; everybody where it is empty
   */
  record Passed(Instant instant, StepResult result, Optional<Audience> people) {
    private Audience of(Audience some) {
      return people.map(some::intersect).orElse(some);
    }

    private Bounds of(Bounds some) {
      return new Bounds(of(some.surely()), of(some.possibly()));
    }
  }

  @Override
  public Set<String> nodes() {
    return canvas.before(node);
  }

  @Override
  public Set<String> messageNodes() {
    return canvas.messagesBefore(node);
  }

  @Override
  public Instant enteredAt() {
    return enteredAt;
  }

  @Override
  public List<Came> cameTo(String of) {
    return passed.apply(of).stream().map(one -> new Came(one.instant(), one.people())).toList();
  }

  @Override
  public Instant knownUntil() {
    return enteredAt.isAfter(now) ? enteredAt : now;
  }

  @Override
  public Bounds happened(String of, Happening happening) {
    return together(of, one -> happened(one.result(), of, happening));
  }

  private Bounds together(String of, Function<Passed, Bounds> each) {
    List<Bounds> parts = passed.apply(of).stream().map(one -> one.of(each.apply(one))).toList();
    return new Bounds(
        Audience.unionOf(parts.stream().map(Bounds::surely).toList()),
        Audience.unionOf(parts.stream().map(Bounds::possibly).toList()));
  }

  private Bounds happened(StepResult result, String of, Happening happening) {
    return switch (happening) {
      case ACCEPTED -> sent(result);
      case FAILED -> failed(result, telling.test(of));
      case SUPPRESSED -> at(result, ActionNode.SUPPRESSED);
      case UNKNOWN -> at(result, ActionNode.UNKNOWN);
      default -> new Bounds(Audience.empty(), sent(result).possibly());
    };
  }

  @Override
  public Bounds coupon(String of, CouponFact fact, int forDays, Instant at, Expiry expiry) {
    Condition.Coupon condition = new Condition.Coupon(null, of, fact, forDays);
    return together(
        of,
        one -> {
          Bounds most = coupon(one, one.result().writes(), condition, at, expiry);
          Bounds least = coupon(one, one.result().sureWrites(), condition, at, expiry);
          return new Bounds(
              most.surely().intersect(least.surely()), most.possibly().union(least.possibly()));
        });
  }

  private static Bounds coupon(
      Passed one, List<Write> writes, Condition.Coupon condition, Instant at, Expiry expiry) {
    CouponForecast given = CouponForecast.none();
    for (Write write : writes) {
      if (write instanceof CouponWrite coupons) {
        Optional<Instant> end = expiry.of(coupons.target().key(), one.instant());
        given = given.and(coupons, end, at, condition.forDays());
      }
    }
    return at.isAfter(one.instant())
        ? given.bounds(condition, Audience.empty(), Audience.empty())
        : given.atOnce(condition.fact(), condition.forDays());
  }

  @Override
  public Audience given(String of) {
    return Audience.unionOf(
        passed.apply(of).stream()
            .map(
                one ->
                    one.of(
                        Audience.unionOf(
                            one.result().writes().stream()
                                .filter(write -> Routes.isReward(write.target()))
                                .map(Write::members)
                                .toList())))
            .toList());
  }

  @Override
  public void coupons(String of, Instant at, EachCoupon each) {
    for (Passed one : passed.apply(of)) {
      for (Write write : one.result().writes()) {
        if (write instanceof CouponWrite given && given.claimed()) {
          ClaimedCoupon coupon = new ClaimedCoupon(one.instant(), null, given.target().key());
          one.of(given.members()).forEach(member -> each.accept(member, coupon));
        }
      }
    }
  }

  /** What a gateway took may still fail where it tells so later. */
  private static Bounds failed(StepResult result, boolean later) {
    Bounds refused = at(result, ActionNode.FAILED);
    return later
        ? new Bounds(refused.surely(), refused.possibly().union(sent(result).possibly()))
        : refused;
  }

  /**
   * When people leave at the latest for a node before which they wait for receipts.
   *
   * @param came when they come to where they wait
   * @param passed the forecast of every node before it
   * @param arriving who comes there
   */
  static Instant latest(
      Workspace workspace,
      BoundCanvas canvas,
      String node,
      ReceiptWindows windows,
      Instant came,
      Function<String, List<Passed>> passed,
      Supplier<Audience> arriving) {
    return windows.latest(
        workspace.id(),
        canvas,
        node,
        came,
        of ->
            passed.apply(of).stream()
                .map(one -> one.result().release())
                .max(Instant::compareTo)
                .orElse(came),
        of ->
            passed.apply(of).stream()
                .map(one -> one.of(sent(one.result()).possibly()))
                .anyMatch(sent -> !sent.isDisjointFrom(arriving.get())));
  }

  /** Who is passed over goes on with the others, and gets nothing. */
  private static Bounds sent(StepResult result) {
    Audience skipped =
        result
            .reasons()
            .getOrDefault(ActionNode.DONE, Map.of())
            .getOrDefault(StepResult.SKIPPED, Audience.empty());
    return new Bounds(
        result.surelyAt(ActionNode.DONE).minus(skipped), result.at(ActionNode.DONE).minus(skipped));
  }

  private static Bounds at(StepResult result, String port) {
    return new Bounds(result.surelyAt(port), result.at(port));
  }
}
