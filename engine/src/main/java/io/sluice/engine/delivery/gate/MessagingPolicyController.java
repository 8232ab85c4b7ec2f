package io.sluice.engine.delivery.gate;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sets what a workspace allows itself in marketing messages. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/messaging-policy")
@Tag(name = "Messages")
class MessagingPolicyController {
  private static final int MOST_CAPS = 20;
  private static final int MOST_MESSAGES = 1_000;
  private static final int LONGEST_HOURS = 31 * 24;

  private final MessagingPolicies policies;

  MessagingPolicyController(MessagingPolicies policies) {
    this.policies = policies;
  }

  @GetMapping
  @Operation(summary = "Frequency caps and quiet hours of marketing messages")
  MessagingPolicy get(@PathVariable Workspace workspace) {
    return policies.of(workspace.id());
  }

  @PutMapping
  @Operation(summary = "Set frequency caps and quiet hours of marketing messages")
  MessagingPolicy put(@PathVariable Workspace workspace, @RequestBody MessagingPolicy policy) {
    List<FrequencyCap> caps = policy.caps();
    if (caps.size() > MOST_CAPS) {
      throw Problem.badField("too-many-caps", "/caps", "Give at most 20 caps.");
    }
    for (int i = 0; i < caps.size(); i++) {
      FrequencyCap cap = caps.get(i);
      if (cap == null) {
        throw Problem.badField(
            "no-cap", "/caps/" + i, "Say how many 'messages' in how many 'hours', or take it out.");
      }
      if (cap.messages() < 1 || cap.messages() > MOST_MESSAGES) {
        throw Problem.badField(
            "cap-out-of-range", "/caps/" + i + "/messages", "Give 1 to 1000 messages.");
      }
      if (cap.hours() < 1 || cap.hours() > LONGEST_HOURS) {
        throw Problem.badField(
            "cap-out-of-range", "/caps/" + i + "/hours", "Give 1 to 744 hours (31 days).");
      }
    }
    policy
        .quietHours()
        .filter(hours -> hours.from() == null || hours.to() == null)
        .ifPresent(
            hours -> {
              throw Problem.badField(
                  "quiet-hours-incomplete",
                  "/quietHours",
                  "Quiet hours need 'from' and 'to', for example 22:00 and 08:00.");
            });
    policy
        .quietHours()
        .filter(hours -> hours.from().equals(hours.to()))
        .ifPresent(
            hours -> {
              throw Problem.badField(
                  "quiet-hours-empty",
                  "/quietHours/to",
                  "Quiet hours begin and end at the same time; leave them out to have none.");
            });
    policies.put(workspace.id(), policy);
    return policies.of(workspace.id());
  }
}
