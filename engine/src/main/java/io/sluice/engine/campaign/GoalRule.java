package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CampaignGoal;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.segment.NamedBefore;
import io.sluice.engine.segment.RuleCheck;
import io.sluice.engine.segment.rule.RuleProblem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Text;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The goal of a campaign is one condition that can be read, on what happens in time. */
@Component
class GoalRule implements CanvasRule {
  private static final List<String> IN_TIME = List.of("orders", "events");

  private final RuleCheck rules;

  GoalRule(RuleCheck rules) {
    this.rules = rules;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    CampaignGoal goal = canvas.canvas().goal();
    if (goal == null) {
      return;
    }
    if (IN_TIME.stream().noneMatch(goal.condition()::has) || goal.condition().has("window")) {
      problems.accept(
          problem(
              "not-a-goal",
              "",
              Text.of(
                  "A goal is one condition on orders or events, without a window: the days of the goal say which time counts",
                  "目标须为一个关于订单或行为的条件,且不带时间窗口;统计时间由目标天数决定")));
      return;
    }
    for (RuleProblem found :
        rules.check(
            workspace.id(),
            goal.within(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
            NamedBefore.NOTHING)) {
      problems.accept(
          problem(found.code(), found.path(), Text.of(found.toSentence(), found.toSentence())));
    }
  }

  private static CanvasProblem problem(String code, String path, Text message) {
    return new CanvasProblem(Severity.ERROR, code, null, null, "/goal/condition" + path, message);
  }
}
