package io.sluice.engine.dryrun;

import io.sluice.engine.member.MemberPage;
import io.sluice.engine.step.StepRequest;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Follows one member through the counts of a canvas. Draws, gates and joins depend on the others
 * too, so the member is looked up among everybody who was counted, and never walks alone.
 */
@Component
class CanvasWalk {
  private final CanvasCounts counts;
  private final ConditionAnswers answers;

  CanvasWalk(CanvasCounts counts, ConditionAnswers answers) {
    this.counts = counts;
    this.answers = answers;
  }

  /** The way of a member. */
  Walk of(Workspace workspace, Draft draft, MemberPage.Entry member) {
    List<Walk.Stop> stops = new ArrayList<>();
    counts.walk(
        workspace,
        draft,
        (asked, result) -> {
          StepRequest request = asked.get();
          boolean enters = request.node().type() instanceof SourceNode;
          if (enters || request.inputs().union().contains(member.id())) {
            stops.add(stop(request, result, member.id()));
          }
        });
    return new Walk(draft.pin(), member, stops);
  }

  private Walk.Stop stop(StepRequest request, StepResult result, int member) {
    return new Walk.Stop(
        request.node().id(),
        request.pin().instant(),
        request.node().type() instanceof TimeNode ? until(result, member) : null,
        result.ports().entrySet().stream()
            .filter(port -> port.getValue().contains(member))
            .map(port -> exit(port.getKey(), result, member))
            .toList(),
        answers.of(request, member));
  }

  private static Walk.Exit exit(String port, StepResult result, int member) {
    String reason =
        result.reasons().getOrDefault(port, Map.of()).entrySet().stream()
            .filter(one -> one.getValue().contains(member))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    return new Walk.Exit(port, reason, result.surelyAt(port).contains(member));
  }

  private static Instant until(StepResult result, int member) {
    for (Map.Entry<Instant, Audience> release : result.releases().entrySet()) {
      if (release.getValue().contains(member)) {
        return release.getKey();
      }
    }
    return result.release();
  }
}
