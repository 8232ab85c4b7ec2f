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
  private final ApprovalPolicy policy;

  ApprovalController(ApprovalPolicy policy) {
    this.policy = policy;
  }

  @Operation(summary = "Whether campaigns of the workspace need an approval to start")
  @GetMapping
  Approval get(@PathVariable Workspace workspace) {
    return new Approval(policy.isRequired(workspace));
  }

  @Operation(summary = "Says whether campaigns of the workspace need an approval to start")
  @PutMapping
  Approval put(@PathVariable Workspace workspace, @RequestBody Approval body) {
    if (body.required() == null) {
      throw Problem.badField("no-choice", "/required", "'required' must be true or false.");
    }
    policy.put(workspace, body.required());
    return get(workspace);
  }

  record Approval(Boolean required) {}
}
