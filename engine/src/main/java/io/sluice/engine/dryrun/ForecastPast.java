package io.sluice.engine.dryrun;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.step.StepResult;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What would have happened before a node: what people do later is undecided. */
final class ForecastPast implements RunPast {
  private final BoundCanvas canvas;
  private final String node;
  private final Function<String, StepResult> results;
  private final Function<String, Instant> instants;
  private final Instant enteredAt;
  private final Instant now;

  /**
   * The past of a node.
   *
   * @param results the forecast of every node before it
   * @param instants when its people would be there
   * @param now up to when facts are known
   */
  ForecastPast(
      BoundCanvas canvas,
      String node,
      Function<String, StepResult> results,
      Function<String, Instant> instants,
      Instant enteredAt,
      Instant now) {
    this.canvas = canvas;
    this.node = node;
    this.results = results;
    this.instants = instants;
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
      case FAILED -> at(result, ActionNode.FAILED);
      case SUPPRESSED -> at(result, ActionNode.SUPPRESSED);
      case UNKNOWN -> at(result, ActionNode.UNKNOWN);
      default -> new Bounds(Audience.empty(), sent(result).possibly());
    };
  }

  /** Who is passed over goes on with the others, and gets nothing. */
  private static Bounds sent(StepResult result) {
    Audience skipped =
        result
            .reasons()
            .getOrDefault(ActionNode.DONE, Map.of())
            .getOrDefault("skipped", Audience.empty());
    return new Bounds(
        result.surelyAt(ActionNode.DONE).minus(skipped), result.at(ActionNode.DONE).minus(skipped));
  }

  private static Bounds at(StepResult result, String port) {
    return new Bounds(result.surelyAt(port), result.at(port));
  }
}
