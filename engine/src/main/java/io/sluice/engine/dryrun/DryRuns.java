package io.sluice.engine.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sluice.engine.bpmn.CompiledCanvas;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.CampaignCheck;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.campaign.CanvasRefused;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.money.Costs;
import io.sluice.engine.money.MoneyForecast;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.storage.DatabaseKind;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.NodeFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Starts dry runs in the background and keeps their records. */
@Component
public class DryRuns {
  private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);

  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final CampaignCheck check;
  private final PopulationReader population;
  private final DryRunner runner;
  private final Costs costs;
  private final DryRunStore store;
  private final DatabaseKind database;
  private final AsyncTaskExecutor executor;
  private final Clock clock;
  private final Set<Key> cancelled = ConcurrentHashMap.newKeySet();

  DryRuns(
      Campaigns campaigns,
      CanvasVersions versions,
      CampaignCheck check,
      PopulationReader population,
      DryRunner runner,
      Costs costs,
      DryRunStore store,
      DatabaseKind database,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor,
      Clock clock) {
    this.campaigns = campaigns;
    this.versions = versions;
    this.check = check;
    this.population = population;
    this.runner = runner;
    this.costs = costs;
    this.store = store;
    this.database = database;
    this.executor = executor;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void giveUpOpenOnes() {
    // On H2 there is no other server; on PostgreSQL no dry run of a living one takes an hour.
    Duration grace = database == DatabaseKind.H2 ? Duration.ZERO : Duration.ofHours(1);
    store.giveUpOpenOnes(clock.instant().minus(grace));
  }

  /**
   * Starts a dry run of the newest version, as its next run would go with these options.
   *
   * @return the id of the dry run
   * @throws CanvasRefused if the check finds an error
   * @throws Problem 409 if the campaign is cancelled
   */
  public long start(Workspace workspace, String campaignKey, StartOptions options) {
    Campaign campaign = campaigns.requireNotCancelled(workspace, campaignKey);
    BoundCanvas canvas = versions.get(workspace.id(), campaign.id(), campaign.latestVersion());
    List<CanvasProblem> problems = check.all(workspace, canvas);
    if (problems.stream().anyMatch(CanvasProblem::isError)) {
      throw new CanvasRefused(
          HttpStatus.CONFLICT, "This canvas has problems; mend them before a dry run.", problems);
    }
    Instant instant = options.asOf().orElseGet(clock::instant);
    Seeds seeds = RunStarter.seeds(workspace, campaign, campaign.runs() + 1, options);
    long id = store.insert(campaign, instant, seeds, canvas.order().size());
    CompiledCanvas compiled =
        versions.compiled(workspace.id(), campaign.id(), campaign.latestVersion());
    boolean dated = options.asOf().isPresent();
    executor.submit(() -> run(workspace, id, canvas, compiled, instant, seeds, problems, dated));
    return id;
  }

  /**
   * The dry run of that id.
   *
   * @throws Problem 404 if there is none
   */
  DryRun require(Workspace workspace, long id) {
    return store
        .find(workspace.id(), id)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-dry-run",
                    "There is no dry run %d in workspace '%s'; POST to a campaign's dry-run to make one."
                        .formatted(id, workspace.key())));
  }

  /** Whether the dry run is still going. */
  public boolean isOpen(Workspace workspace, long id) {
    return require(workspace, id).isOpen();
  }

  /** Gives up a dry run that is still going; one that is over stays as it is. */
  void cancel(Workspace workspace, long id) {
    if (require(workspace, id).isOpen()) {
      cancelled.add(new Key(workspace.id(), id));
    }
  }

  private MoneyForecast money(Workspace workspace, long id, Map<String, NodeOutlook> nodes) {
    long campaign = campaigns.require(workspace, require(workspace, id).campaign()).id();
    return costs.forecast(
        workspace.id(),
        campaign,
        nodes.values().stream().flatMap(node -> node.result().needs().stream()).toList());
  }

  private void run(
      Workspace workspace,
      long id,
      BoundCanvas canvas,
      CompiledCanvas compiled,
      Instant instant,
      Seeds seeds,
      List<CanvasProblem> warnings,
      boolean dated) {
    Key key = new Key(workspace.id(), id);
    try {
      Pin pin = population.pin(workspace.id(), instant);
      Map<String, NodeOutlook> nodes =
          runner.run(
              workspace,
              canvas,
              compiled,
              pin,
              seeds,
              new IntPredicate() {
                private int told;

                @Override
                public boolean test(int done) {
                  if (done != told) {
                    store.progress(workspace.id(), id, done);
                    told = done;
                  }
                  return !cancelled.contains(key);
                }
              });
      if (nodes.isEmpty()) {
        store.end(workspace.id(), id, DryRun.CANCELLED, null);
      } else {
        store.finish(
            workspace.id(),
            id,
            DryRunReport.of(canvas, nodes, money(workspace, id, nodes), warnings, dated),
            nodes);
      }
    } catch (NodeFailure failure) {
      store.end(workspace.id(), id, DryRun.FAILED, failure.getMessage());
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.error("Dry run {} of workspace {} failed", id, workspace.key(), e);
      store.end(workspace.id(), id, DryRun.FAILED, rootMessage(e));
    } finally {
      cancelled.remove(key);
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof NodeFailure ? root.getMessage() : "The server failed; its log says why.";
  }

  private record Key(WorkspaceId workspace, long id) {}
}
