package io.sluice.engine.dryrun;

import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.money.MoneyForecast;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What would happen.
 *
 * @param people how many different people enter
 * @param cost what it would cost in all
 * @param highestCost what it would cost at most, where people decide later what it costs: every
 *     coupon is used and takes off as much as it can
 * @param money the cost of each message node and of rewards, against budget and balances
 * @param notes what the reader should know, for example that attributes are as they are now
 */
record DryRunResult(
    int people,
    BigDecimal cost,
    BigDecimal highestCost,
    List<NodeForecast> nodes,
    MoneyForecast money,
    List<CanvasProblem> warnings,
    List<String> notes) {
  /**
   * What would happen at a node.
   *
   * @param in how many people would arrive
   * @param ports how many would leave by each port
   * @param upTo the ports of which the number is an upper bound, because it depends on what people
   *     will do; {@code in} among them where that holds for those who arrive
   * @param heldBack of an action, how many would be held back, by reason
   * @param failedBy of an action, for how many it would fail, by reason, such as {@code
   *     out-of-stock}: so many are short
   * @param cost what it would cost; of coupons, what they are expected to cost
   * @param highestCost what it would cost at most
   * @param instant as of when its conditions are read
   * @param releaseAt of a wait, when its people go on, the last of them where each has a time of
   *     their own
   * @param releases of such a wait, how many go on when
   * @param sends of a message node, how many go out when; later than {@code instant} where quiet
   *     hours hold them
   */
  record NodeForecast(
      String id,
      String name,
      String type,
      int in,
      Map<String, Integer> ports,
      Set<String> upTo,
      Map<String, Integer> heldBack,
      Map<String, Integer> failedBy,
      long units,
      BigDecimal cost,
      BigDecimal highestCost,
      Instant instant,
      Instant releaseAt,
      List<SendTime> releases,
      List<SendTime> sends) {}

  /** How many messages go out, or people go on, from an instant on. */
  record SendTime(Instant at, int people) {}
}
