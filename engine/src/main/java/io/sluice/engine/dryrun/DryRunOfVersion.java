package io.sluice.engine.dryrun;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.ShownForecast;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Shows approvers dry runs that are done, and of the version that they decide about. */
@Component
class DryRunOfVersion implements ShownForecast {
  private final DryRuns dryRuns;
  private final DryRunStore store;

  DryRunOfVersion(DryRuns dryRuns, DryRunStore store) {
    this.dryRuns = dryRuns;
    this.store = store;
  }

  @Override
  public void require(Workspace workspace, Campaign campaign, long dryRun) {
    DryRun shown = dryRuns.require(workspace, dryRun);
    if (!shown.campaign().equals(campaign.key())
        || shown.version() != campaign.latestVersion()
        || !shown.state().equals(DryRun.DONE)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "other-dry-run",
          "/dryRun",
          "Dry run %d is not a finished one of version %d of campaign '%s'; make one."
              .formatted(dryRun, campaign.latestVersion(), campaign.key()));
    }
    if (!store.isUpToDate(campaign, dryRun)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "outdated-dry-run",
          "/dryRun",
          "A segment, template or reward that campaign '%s' names was changed since dry run %d; make another one."
              .formatted(campaign.key(), dryRun));
    }
  }
}
