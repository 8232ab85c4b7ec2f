package io.sluice.engine.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.web.Counted;
import io.sluice.engine.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The waits of a paused run that came due more than the grace ago. Whether they are still carried
 * out is for somebody to say: what was right an hour ago may not be now.
 */
@Component
public class OverdueSteps {
  private static final Duration GRACE = Duration.ofHours(1);

  private final StepStore steps;
  private final WaitingStore waiting;
  private final Clock clock;

  OverdueSteps(StepStore steps, WaitingStore waiting, Clock clock) {
    this.steps = steps;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** What becomes of an overdue wait. */
  public enum Choice {
    /** Its people go on now. */
    @JsonProperty("fire")
    FIRE,
    /** Its people go no further. */
    @JsonProperty("skip")
    SKIP
  }

  /** The choices by node; none where nobody chose. */
  public record Decision(Map<String, Choice> byNode) {
    /** Nobody chose anything. */
    public static Decision none() {
      return new Decision(Map.of());
    }
  }

  /** People who should have gone on from a node. */
  record Overdue(String node, Instant due, int people) {
    private Overdue and(Overdue other) {
      return new Overdue(node, due.isBefore(other.due) ? due : other.due, people + other.people);
    }
  }

  List<Overdue> of(Run run) {
    Map<String, Overdue> byNode = new LinkedHashMap<>();
    Stream.concat(
            together(run).stream().map(one -> new Overdue(one.node(), one.release(), one.in())),
            apart(run).stream().map(one -> new Overdue(one.node(), one.due(), one.members())))
        .forEach(one -> byNode.merge(one.node(), one, Overdue::and));
    return List.copyOf(byNode.values());
  }

  private List<Step> together(Run run) {
    return steps.ofRun(run).stream()
        .filter(step -> step.waiting() && !step.skip())
        .filter(step -> step.release().isBefore(clock.instant().minus(GRACE)))
        .toList();
  }

  /** Those who wait each for a time of their own. */
  private List<Waiting> apart(Run run) {
    return waiting.overdue(run, clock.instant().minus(GRACE));
  }

  void decide(Run run, Decision decision) {
    List<Overdue> open = of(run);
    List<Problem.Part> undecided =
        open.stream()
            .filter(one -> !decision.byNode().containsKey(one.node()))
            .map(OverdueSteps::undecided)
            .toList();
    if (!undecided.isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "overdue-steps",
          "%s came due while the run was paused; say for each whether its people go on: {\"overdue\":{\"%s\":\"fire\"}} or \"skip\"."
              .formatted(Counted.of(undecided.size(), "wait", "waits"), open.get(0).node()),
          undecided);
    }
    for (Step step : together(run)) {
      if (decision.byNode().get(step.node()) == Choice.SKIP) {
        steps.skip(cohort(run, step.cohort()), step.node());
      }
    }
    for (Waiting one : apart(run)) {
      if (decision.byNode().get(one.node()) == Choice.SKIP) {
        steps.addToPort(
            cohort(run, one.cohort()),
            one.node(),
            PortAudience.SKIPPED,
            "",
            waiting.people(run.workspace(), one));
        waiting.release(run, List.of(one), clock.instant(), null);
      }
    }
  }

  private static CohortRef cohort(Run run, long cohort) {
    return new CohortRef(run.workspace().value(), run.id(), cohort);
  }

  private static Problem.Part undecided(Overdue step) {
    return new Problem.Part(
        "overdue-step",
        "/overdue/" + step.node(),
        "%s at node '%s' should have gone on at %s"
            .formatted(Counted.people(step.people()), step.node(), step.due()));
  }
}
