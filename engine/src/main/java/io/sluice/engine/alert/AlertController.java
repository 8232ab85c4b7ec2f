package io.sluice.engine.alert;

import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/alerts")
class AlertController {
  private static final int MOST = 1_000;

  private final AlertRows alerts;
  private final NoticeRows notices;
  private final Campaigns campaigns;
  private final Clock clock;

  AlertController(AlertRows alerts, NoticeRows notices, Campaigns campaigns, Clock clock) {
    this.alerts = alerts;
    this.notices = notices;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Operation(summary = "Troubles, the last first; with open=true only those that last")
  @GetMapping
  List<AlertView> list(
      @PathVariable Workspace workspace,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problem.badField("bad-limit", "limit", "'limit' must be from 1 to " + MOST + ".");
    }
    return alerts.all(workspace.id(), open, limit).stream().map(this::view).toList();
  }

  @Operation(summary = "Takes note of a trouble: contacts are not told of it again")
  @PostMapping("/{alert}/acknowledge")
  AlertView acknowledge(@PathVariable Workspace workspace, @PathVariable long alert) {
    alerts.acknowledge(require(workspace, alert), clock.instant());
    return view(require(workspace, alert));
  }

  private Alert require(Workspace workspace, long alert) {
    return alerts
        .find(workspace.id(), alert)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-alert",
                    "There is no alert %d in workspace '%s'; list the alerts."
                        .formatted(alert, workspace.key())));
  }

  private AlertView view(Alert alert) {
    return new AlertView(
        alert.id(),
        alert.kind(),
        alert.campaign() == null ? null : campaigns.get(alert.workspace(), alert.campaign()).key(),
        alert.run(),
        alert.node(),
        alert.message(),
        alert.since(),
        alert.endedAt(),
        alert.acknowledgedAt(),
        notices.of(alert));
  }

  /** An alert, with who was told. */
  record AlertView(
      long id,
      AlertKind kind,
      String campaign,
      Long run,
      String node,
      String message,
      Instant since,
      Instant endedAt,
      Instant acknowledgedAt,
      List<NoticeRows.Told> told) {}
}
