package io.sluice.engine.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.web.Counted;
import io.sluice.engine.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  private final Clock clock;

  OverdueSteps(StepStore steps, Clock clock) {
    this.steps = steps;
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

  List<Step> of(Run run) {
    return steps.ofRun(run).stream()
        .filter(step -> step.waiting() && !step.skip())
        .filter(step -> step.release().plus(GRACE).isBefore(clock.instant()))
        .toList();
  }

  void decide(Run run, Decision decision) {
    List<Step> open = of(run);
    List<Problem.Part> undecided =
        open.stream()
            .filter(step -> !decision.byNode().containsKey(step.node()))
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
    for (Step step : open) {
      if (decision.byNode().get(step.node()) == Choice.SKIP) {
        steps.skip(new CohortRef(run.workspace().value(), run.id(), step.cohort()), step.node());
      }
    }
  }

  private static Problem.Part undecided(Step step) {
    return new Problem.Part(
        "overdue-step",
        "/overdue/" + step.node(),
        "%s at node '%s' should have gone on at %s"
            .formatted(Counted.people(step.in()), step.node(), step.release()));
  }
}
