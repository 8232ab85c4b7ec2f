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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What would have happened before a node: what people do later is undecided. */
final class ForecastPast implements RunPast {
  private final BoundCanvas canvas;
  private final String node;
  private final Function<String, StepResult> results;
  private final Function<String, Instant> instants;
  private final Predicate<String> telling;
  private final Instant enteredAt;
  private final Instant now;

  /**
   * The past of a node.
   *
   * @param results the forecast of every node before it
   * @param instants when its people would be there
   * @param telling whether receipts tell what becomes of a node's messages
   * @param now up to when facts are known
   */
  ForecastPast(
      BoundCanvas canvas,
      String node,
      Function<String, StepResult> results,
      Function<String, Instant> instants,
      Predicate<String> telling,
      Instant enteredAt,
      Instant now) {
    this.canvas = canvas;
    this.node = node;
    this.results = results;
    this.instants = instants;
    this.telling = telling;
    this.enteredAt = enteredAt;
    this.now = now;
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
  public Instant instantOf(String of) {
    return instants.apply(of);
  }

  @Override
  public Instant knownUntil() {
    return enteredAt.isAfter(now) ? enteredAt : now;
  }

  @Override
  public Bounds happened(String of, Happening happening) {
    StepResult result = results.apply(of);
    return switch (happening) {
      case ACCEPTED -> sent(result);
      case FAILED -> failed(result, telling.test(of));
      case SUPPRESSED -> at(result, ActionNode.SUPPRESSED);
      case UNKNOWN -> at(result, ActionNode.UNKNOWN);
      default -> new Bounds(Audience.empty(), sent(result).possibly());
    };
  }

  @Override
  public Bounds coupon(String of, CouponFact fact, int forDays, Instant at) {
    CouponForecast given = CouponForecast.none();
    for (Write write : results.apply(of).writes()) {
      if (write instanceof CouponWrite coupons) {
        given = given.and(coupons);
      }
    }
    return at.isAfter(instantOf(of))
        ? given.bounds(
            new Condition.Coupon(null, of, fact, forDays), Audience.empty(), Audience.empty())
        : given.atOnce(fact, forDays);
  }

  @Override
  public Audience given(String of) {
    return Audience.unionOf(
        results.apply(of).writes().stream()
            .filter(write -> Routes.isReward(write.target()))
            .map(Write::members)
            .toList());
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
   * @param results the forecast of every node before it
   */
  static Instant latest(
      Workspace workspace,
      BoundCanvas canvas,
      String node,
      ReceiptWindows windows,
      Instant came,
      Function<String, StepResult> results) {
    return windows.latest(
        workspace.id(),
        canvas,
        node,
        came,
        of -> results.apply(of).release(),
        of -> {
          Audience sent = sent(results.apply(of)).possibly();
          return canvas.into(node).stream()
              .map(wire -> results.apply(wire.source()).at(wire.sourcePort()))
              .anyMatch(people -> !people.intersect(sent).isEmpty());
        });
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
