package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.CompiledCanvas;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.bpmn.Processes;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.CampaignCheck;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasRefused;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.web.Counted;
import io.sluice.engine.web.IdempotencyKey;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts runs: a checked version, one cohort, one process instance. */
@Component
public class RunStarter {
  private static final long FIRST_COHORT = 1;
  private static final int MOST_ATTEMPTS = 50;

  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final CampaignCheck check;
  private final Processes processes;
  private final RunStore runs;
  private final List<StartCondition> conditions;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RunStarter(
      Campaigns campaigns,
      CanvasVersions versions,
      CampaignCheck check,
      Processes processes,
      RunStore runs,
      List<StartCondition> conditions,
      TransactionTemplate transaction,
      Clock clock) {
    this.campaigns = campaigns;
    this.versions = versions;
    this.check = check;
    this.processes = processes;
    this.runs = runs;
    this.conditions = conditions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Starts the newest version of a campaign.
   *
   * @throws CanvasRefused if the check finds an error
   * @throws Problem if a run of the campaign is still open, the instant lies ahead, or another
   *     condition is not met; 422 if the key came before with other options
   */
  public Run start(Workspace workspace, String campaignKey, StartOptions options) {
    Campaign campaign = campaigns.require(workspace, campaignKey);
    requireSound(workspace, campaign);
    requirePast(options.asOf());
    CompiledCanvas compiled =
        versions.compiled(workspace.id(), campaign.id(), campaign.latestVersion());
    // Under the lock of the campaign: two that deploy at once would leave two processes of one key,
    // of which neither starts any more.
    transaction.executeWithoutResult(
        status -> {
          campaigns.lock(workspace.id(), campaign.id());
          processes.deploy(compiled);
        });
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.execute(status -> start(workspace, campaign, compiled, options));
      } catch (DuplicateKeyException takenMeanwhile) {
        // Another campaign of the workspace started and took the number of the run.
        if (attempt == MOST_ATTEMPTS) {
          throw takenMeanwhile;
        }
      }
    }
  }

  private Run start(
      Workspace workspace, Campaign campaign, CompiledCanvas compiled, StartOptions options) {
    campaigns.lock(workspace.id(), campaign.id());
    Optional<Run> repeated =
        options.startKey().flatMap(key -> runs.byStartKey(workspace.id(), campaign.id(), key));
    if (repeated.isPresent()) {
      requireSame(workspace, campaign, repeated.get(), options);
      return repeated.get();
    }
    requireNoneOpen(workspace, campaign);
    int number = campaigns.countRun(workspace.id(), campaign.id());
    Instant now = clock.instant();
    Run run =
        new Run(
            workspace.id(),
            runs.nextId(workspace.id()),
            campaign.id(),
            campaign.latestVersion(),
            RunState.RUNNING,
            options.asOf().orElse(now),
            seeds(workspace, campaign, number, options),
            now,
            null);
    conditions.forEach(condition -> condition.require(workspace, campaign, run));
    CohortRef cohort = new CohortRef(workspace.id().value(), run.id(), FIRST_COHORT);
    runs.insert(run, options.startKey().orElse(null));
    runs.insertCohort(cohort, Entry.MAIN, run.instant(), null);
    runs.setProcess(cohort, processes.start(compiled.mainProcessKey(), cohort));
    return run;
  }

  /** What a run was started with is told by its instant and its seeds. */
  private void requireSame(Workspace workspace, Campaign campaign, Run run, StartOptions options) {
    Instant asked =
        options.asOf().map(at -> at.truncatedTo(ChronoUnit.MICROS)).orElse(run.startedAt());
    int number = runs.numberOf(run);
    if (!asked.equals(run.instant())
        || seeds(workspace, campaign, number, options).run() != run.seeds().run()) {
      throw IdempotencyKey.reused("run %d, with another 'asOf' or 'seed'".formatted(run.id()));
    }
  }

  /** The seeds of a run that is started with these options as the {@code number}-th. */
  public static Seeds seeds(
      Workspace workspace, Campaign campaign, int number, StartOptions options) {
    long ofCampaign = Seeds.ofCampaign(workspace.key(), campaign.key());
    return options
        .seed()
        .map(seed -> new Seeds(seed, ofCampaign))
        .or(() -> options.asOf().map(asOf -> Seeds.asOf(ofCampaign, asOf)))
        .orElseGet(() -> Seeds.ofRun(ofCampaign, number));
  }

  private void requireSound(Workspace workspace, Campaign campaign) {
    List<CanvasProblem> errors =
        check
            .all(workspace, versions.get(workspace.id(), campaign.id(), campaign.latestVersion()))
            .stream()
            .filter(CanvasProblem::isError)
            .toList();
    if (!errors.isEmpty()) {
      throw new CanvasRefused(
          HttpStatus.CONFLICT,
          "Version %d of campaign '%s' has %s, first: %s"
              .formatted(
                  campaign.latestVersion(),
                  campaign.key(),
                  Counted.of(errors.size(), "problem", "problems"),
                  errors.get(0).message().en()),
          errors);
    }
  }

  private void requirePast(Optional<Instant> asOf) {
    if (asOf.isPresent() && asOf.get().isAfter(clock.instant())) {
      throw Problem.badField(
          "as-of-in-future", "/asOf", "'asOf' lies ahead; a run can be dated now or in the past.");
    }
  }

  private void requireNoneOpen(Workspace workspace, Campaign campaign) {
    runs.ofCampaign(workspace.id(), campaign.id()).stream()
        .filter(run -> run.state().isOpen())
        .findFirst()
        .ifPresent(
            run -> {
              throw new Problem(
                  HttpStatus.CONFLICT,
                  "run-open",
                  "Run %d of campaign '%s' is still %s; wait for its end or stop it."
                      .formatted(run.id(), campaign.key(), run.state().key()));
            });
  }
}
