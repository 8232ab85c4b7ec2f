package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.StepHeld;
import io.sluice.engine.campaign.ApprovalPolicy;
import io.sluice.engine.campaign.Approvals;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.reward.RewardKinds;
import io.sluice.node.MessageNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Pauses runs of approved versions where other numbers of people come to a node than its approver
 * was shown: before the node sends or gives anything. Marks that can be taken back, such as tags
 * and levels, are not worth a pause.
 */
@Component
class Departures {
  /** By what such a run is held. */
  static final String HELD = "departure";

  private final Approvals approvals;
  private final ApprovalPolicy policy;
  private final ForecastArrivals forecast;
  private final DepartureStore departures;
  private final RunStore runs;
  private final StepStore steps;
  private final SelfPause pause;
  private final Clock clock;

  Departures(
      Approvals approvals,
      ApprovalPolicy policy,
      ForecastArrivals forecast,
      DepartureStore departures,
      RunStore runs,
      StepStore steps,
      SelfPause pause,
      Clock clock) {
    this.approvals = approvals;
    this.policy = policy;
    this.forecast = forecast;
    this.departures = departures;
    this.runs = runs;
    this.steps = steps;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * Lets people of a cohort come to a node.
   *
   * @throws StepHeld if the people who came there so far depart from what was approved
   */
  void require(Run run, CohortRef cohort, BoundCanvas canvas, String node, int arriving) {
    if (!reachesPeople(canvas.node(node))) {
      return;
    }
    Optional<ForecastArrivals.Expected> approved =
        approvals
            .of(run.workspace(), run.campaign(), run.version(), run.startedAt())
            .flatMap(Approvals.Approved::dryRun)
            .flatMap(dryRun -> forecast.at(run.workspace(), dryRun, node));
    if (approved.isEmpty()) {
      return;
    }
    int expected = expected(run, canvas, node, approved.get().people());
    int live = arriving + cameBefore(run, cohort, node);
    int allowed = policy.departurePercent(run.workspace());
    boolean comparable = live > expected || approved.get().exact() && isWhole(canvas, node);
    if (comparable && isApart(expected, live, allowed)) {
      Departure found =
          new Departure(node, expected, live, allowed, clock.instant(), null, null, null);
      throw pause.of(
          run,
          "Other people than approved: " + found.sentence(),
          now -> {
            departures.put(now, found);
            runs.hold(now, HELD, node);
          });
    }
  }

  /**
   * Who let the run go on has approved the number that they saw, and that so many more or fewer
   * come to the nodes behind.
   */
  private int expected(Run run, BoundCanvas canvas, String node, int approved) {
    List<Departure> accepted = departures.of(run).stream().filter(one -> !one.isOpen()).toList();
    Set<String> before = canvas.before(node);
    int behind =
        accepted.stream()
            .filter(one -> before.contains(one.node()))
            .map(one -> one.live() - one.approved())
            .max(Comparator.comparing(Math::abs))
            .orElse(0);
    return accepted.stream()
        .filter(one -> one.node().equals(node))
        .map(Departure::live)
        .reduce(Math.max(0, approved + behind), (earlier, later) -> later);
  }

  private static boolean reachesPeople(BoundNode node) {
    return node.type() instanceof MessageNode
        || node.writes().stream().anyMatch(RewardKinds::gives);
  }

  private static boolean isApart(int expected, int live, int allowed) {
    return 100L * Math.abs(live - expected) > (long) allowed * expected;
  }

  private int cameBefore(Run run, CohortRef cohort, String node) {
    return steps.ofNode(run, node).stream()
        .filter(step -> step.cohort() != cohort.cohort())
        .mapToInt(Step::in)
        .sum();
  }

  /**
   * Whether all who come to the node come at once, and no gateway decides how many: only then are
   * few people fewer than approved.
   */
  private static boolean isWhole(BoundCanvas canvas, String node) {
    return canvas.messagesBefore(node).isEmpty()
        && Entry.of(canvas).stream()
            .noneMatch(entry -> !entry.key().equals(Entry.MAIN) && entry.nodes().contains(node));
  }
}
