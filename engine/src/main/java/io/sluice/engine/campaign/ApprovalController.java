package io.sluice.engine.campaign;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/approval")
class ApprovalController {
  private static final int MOST_PERCENT = 1_000;

  private final ApprovalPolicy policy;

  ApprovalController(ApprovalPolicy policy) {
    this.policy = policy;
  }

  @Operation(
      summary = "Whether campaigns of the workspace need an approval, and how exactly it holds")
  @GetMapping
  Approval get(@PathVariable Workspace workspace) {
    return new Approval(policy.isRequired(workspace), policy.departurePercent(workspace.id()));
  }

  @Operation(
      summary =
          "Says whether campaigns of the workspace need an approval, and how exactly it holds",
      description =
          "A run of an approved campaign pauses before a node that sends or gives something where"
              + " the people who come there depart from the approved dry run by more than"
              + " departurePercent; without it that stays as it is, 20 at first.")
  @PutMapping
  Approval put(@PathVariable Workspace workspace, @RequestBody Approval body) {
    if (body.required() == null) {
      throw Problem.badField("no-choice", "/required", "'required' must be true or false.");
    }
    int percent =
        body.departurePercent() == null
            ? policy.departurePercent(workspace.id())
            : body.departurePercent();
    if (percent < 0 || percent > MOST_PERCENT) {
      throw Problem.badField(
          "bad-percent", "/departurePercent", "'departurePercent' must be from 0 to 1000.");
    }
    policy.put(workspace, body.required(), percent);
    return get(workspace);
  }

  /**
   * The approvals of a workspace.
   *
   * @param departurePercent by how many percent the people of a run may depart from the approved
   *     dry run
   */
  record Approval(Boolean required, Integer departurePercent) {}
}
