package io.sluice.engine.campaign;

import io.sluice.engine.campaign.LastRuns.LastRun;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The list of campaigns. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/campaigns")
class CampaignListController {
  private final Campaigns campaigns;
  private final CampaignShelf shelf;
  private final LastRuns lastRuns;
  private final NextStarts nextStarts;

  CampaignListController(
      Campaigns campaigns, CampaignShelf shelf, LastRuns lastRuns, NextStarts nextStarts) {
    this.campaigns = campaigns;
    this.shelf = shelf;
    this.lastRuns = lastRuns;
    this.nextStarts = nextStarts;
  }

  @Operation(summary = "The campaigns, hidden ones too, the last changed first")
  @GetMapping
  List<CampaignView> list(@PathVariable Workspace workspace) {
    return views(workspace, campaigns.all(workspace.id()));
  }

  @Operation(summary = "Says whether a campaign is left out of lists")
  @PutMapping("/{campaign}/hidden")
  CampaignView hide(
      @PathVariable Workspace workspace, @PathVariable String campaign, @RequestBody Hiding body) {
    if (body.hidden() == null) {
      throw Problem.badField("missing-field", "/hidden", "'hidden' must be true or false.");
    }
    return views(workspace, List.of(shelf.hide(workspace, campaign, body.hidden()))).get(0);
  }

  @Operation(
      summary = "Deletes a campaign that never ran",
      description =
          "Its versions, dry runs, budget, schedule and decisions go with it. One that ran can be"
              + " hidden; one that is submitted or approved is withdrawn or cancelled first.")
  @DeleteMapping("/{campaign}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable Workspace workspace, @PathVariable String campaign) {
    shelf.delete(workspace, campaign);
  }

  private List<CampaignView> views(Workspace workspace, List<Campaign> shown) {
    Map<Long, LastRun> runs = lastRuns.byCampaign(workspace.id());
    Map<Long, Instant> starts = nextStarts.byCampaign(workspace.id());
    return shown.stream()
        .map(one -> CampaignView.of(one, runs.get(one.id()), starts.get(one.id())))
        .toList();
  }

  record Hiding(Boolean hidden) {}
}
