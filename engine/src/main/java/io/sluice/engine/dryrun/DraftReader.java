package io.sluice.engine.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.campaign.CampaignCheck;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasBinder;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasReader;
import io.sluice.engine.nodetype.SettingsMapper;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.step.Seeds;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.JsonProblems;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads requests about canvases that are being drawn. */
@Component
class DraftReader {
  private final CanvasReader reader;
  private final CanvasBinder binder;
  private final CampaignCheck check;
  private final Campaigns campaigns;
  private final PopulationReader population;
  private final Clock clock;
  private final ObjectMapper mapper = SettingsMapper.create();

  DraftReader(
      CanvasReader reader,
      CanvasBinder binder,
      CampaignCheck check,
      Campaigns campaigns,
      PopulationReader population,
      Clock clock) {
    this.reader = reader;
    this.binder = binder;
    this.check = check;
    this.campaigns = campaigns;
    this.population = population;
    this.clock = clock;
  }

  /**
   * Reads a request.
   *
   * @throws Problem 400 if it is none
   * @throws io.sluice.engine.canvas.CanvasUnreadable if its canvas cannot be computed at all
   */
  Draft read(Workspace workspace, byte[] body, Class<? extends Draft.Asked> type) {
    JsonNode json = reader.tree(body);
    if (!json.isObject() || !json.has("canvas")) {
      throw Problem.badField(
          "no-canvas", "/canvas", "The body must be a JSON object with the draft in 'canvas'.");
    }
    List<CanvasProblem> problems = new ArrayList<>();
    BoundCanvas canvas = binder.bind(reader.read(json.get("canvas")), problems);
    problems.addAll(check.of(workspace, canvas));
    Draft.Asked asked = settings(json, type);
    if (asked.pin() != null) {
      InputInstant.within("/pin/instant", asked.pin().instant());
    }
    Pin pin = asked.pin() == null ? population.pin(workspace.id(), clock.instant()) : asked.pin();
    return new Draft(asked, canvas, problems, pin, seeds(workspace, asked.campaign()));
  }

  /** Whether the data has changed since the draft's pin. */
  boolean dataMoved(Workspace workspace, Draft draft) {
    Pin pin = draft.pin();
    return population.pin(workspace.id(), pin.instant()).dataVersion() != pin.dataVersion();
  }

  private <A> A settings(JsonNode json, Class<A> type) {
    try {
      return mapper.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  private Seeds seeds(Workspace workspace, String campaignKey) {
    Optional<Campaign> campaign =
        Optional.ofNullable(campaignKey).flatMap(key -> campaigns.find(workspace.id(), key));
    if (campaign.isPresent()) {
      return RunStarter.seeds(
          workspace, campaign.get(), campaign.get().runs() + 1, StartOptions.now());
    }
    return Seeds.ofRun(Seeds.ofCampaign(workspace.key(), String.valueOf(campaignKey)), 1);
  }
}
