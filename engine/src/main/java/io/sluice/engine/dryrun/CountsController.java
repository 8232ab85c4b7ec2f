package io.sluice.engine.dryrun;

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
import io.sluice.engine.step.StepResult;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The exact number of people at every port of a canvas while it is drawn. */
@RestController
class CountsController {
  private final CanvasCounts counts;
  private final CanvasReader reader;
  private final CanvasBinder binder;
  private final CampaignCheck check;
  private final Campaigns campaigns;
  private final PopulationReader population;
  private final Clock clock;
  private final ObjectMapper mapper = SettingsMapper.create();

  CountsController(
      CanvasCounts counts,
      CanvasReader reader,
      CanvasBinder binder,
      CampaignCheck check,
      Campaigns campaigns,
      PopulationReader population,
      Clock clock) {
    this.counts = counts;
    this.reader = reader;
    this.binder = binder;
    this.check = check;
    this.campaigns = campaigns;
    this.population = population;
    this.clock = clock;
  }

  @Operation(
      summary = "Counts every port of a draft",
      description =
          "Send the pin of the last answer to count on the same instant and data, and none to"
              + " refresh. 'campaign' names the campaign whose next run the draws follow.")
  @PostMapping(
      path = "/api/workspaces/{workspace}/canvas/counts",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Counts count(
      @PathVariable Workspace workspace,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CountsRequest.class)))
          @RequestBody
          byte[] body) {
    JsonNode json = request(body);
    List<CanvasProblem> problems = new ArrayList<>();
    BoundCanvas canvas = binder.bind(reader.read(json.get("canvas")), problems);
    problems.addAll(check.of(workspace, canvas));
    CountsRequest asked = settings(json);
    if (asked.pin() != null) {
      InputInstant.within("/pin/instant", asked.pin().instant());
    }
    Pin pin = asked.pin() == null ? population.pin(workspace.id(), clock.instant()) : asked.pin();
    Set<String> unsound =
        problems.stream()
            .filter(problem -> problem.isError() && problem.nodeId() != null)
            .map(CanvasProblem::nodeId)
            .collect(Collectors.toSet());
    Map<String, NodeCounts> nodes = new LinkedHashMap<>();
    Map<String, CanvasCounts.Counted> counted =
        counts.count(workspace, canvas, pin, seeds(workspace, asked.campaign()), unsound);
    counted.forEach(
        (node, one) ->
            nodes.put(
                node,
                NodeCounts.of(
                    one,
                    one.result() == null
                        ? Set.of()
                        : UpTo.of(canvas, node, each -> counted.get(each).result()))));
    long current = population.pin(workspace.id(), pin.instant()).dataVersion();
    Map<String, StepResult> results = new LinkedHashMap<>();
    counted.forEach(
        (node, one) -> {
          if (one.result() != null) {
            results.put(node, one.result());
          }
        });
    return new Counts(
        pin, current != pin.dataVersion(), nodes, SameReadersCount.in(problems, canvas, results));
  }

  private JsonNode request(byte[] body) {
    JsonNode json = reader.tree(body);
    if (!json.isObject() || !json.has("canvas")) {
      throw Problem.badField(
          "no-canvas", "/canvas", "The body must be a JSON object with the draft in 'canvas'.");
    }
    return json;
  }

  private CountsRequest settings(JsonNode json) {
    try {
      return mapper.treeToValue(json, CountsRequest.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Problem.badField(
          "wrong-type",
          "body",
          "The body has 'canvas', and may have 'campaign' (a key) and 'pin' (of an earlier answer): "
              + e.getOriginalMessage());
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

  record CountsRequest(JsonNode canvas, String campaign, Pin pin) {}

  /**
   * The counts.
   *
   * @param dataMoved whether the data has changed since the pin; count without a pin to refresh
   * @param nodes the counts by node; nodes that cannot be counted yet are left out
   */
  record Counts(
      Pin pin, boolean dataMoved, Map<String, NodeCounts> nodes, List<CanvasProblem> problems) {}

  /**
   * The counts of a node.
   *
   * @param upTo the ports of which the number is an upper bound, because it depends on what people
   *     will do; {@code in} among them where that holds for those who arrive
   */
  record NodeCounts(
      Integer in, Map<String, Integer> ports, Set<String> upTo, Instant instant, String failure) {
    static NodeCounts of(CanvasCounts.Counted counted, Set<String> upTo) {
      StepResult result = counted.result();
      if (result == null) {
        return new NodeCounts(null, Map.of(), upTo, counted.instant(), counted.failure());
      }
      return new NodeCounts(result.in(), counted.sizes(), upTo, counted.instant(), null);
    }
  }
}
