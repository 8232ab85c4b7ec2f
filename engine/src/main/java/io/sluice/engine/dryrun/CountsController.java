package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.step.StepResult;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The exact number of people at every port of a canvas while it is drawn. */
@RestController
class CountsController {
  private final CanvasCounts counts;
  private final DraftReader drafts;
  private final NewestCount newest;

  CountsController(CanvasCounts counts, DraftReader drafts, NewestCount newest) {
    this.counts = counts;
    this.drafts = drafts;
    this.newest = newest;
  }

  @Operation(
      summary = "Counts every port of a draft",
      description =
          "Send the pin of the last answer to count on the same instant and data, and none to"
              + " refresh. 'campaign' names the campaign whose next run the draws follow. An"
              + " 'editor' that names itself, by anything that no other has, has one count at a"
              + " time: a newer one ends the older, which is answered by 409.")
  @PostMapping(
      path = "/api/workspaces/{workspace}/canvas/counts",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Counts count(
      @PathVariable Workspace workspace,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = CountsRequest.class)))
          @RequestBody
          byte[] body) {
    Draft draft = drafts.read(workspace, body, CountsRequest.class);
    return newest.count(
        ((CountsRequest) draft.asked()).editor(), goOn -> count(workspace, draft, goOn));
  }

  private Counts count(Workspace workspace, Draft draft, Runnable goOn) {
    Map<String, NodeCounts> nodes = new LinkedHashMap<>();
    Map<String, CanvasCounts.Counted> counted = counts.count(workspace, draft, goOn);
    counted.forEach(
        (node, one) ->
            nodes.put(
                node,
                NodeCounts.of(
                    one,
                    one.result() == null
                        ? Set.of()
                        : UpTo.of(draft.canvas(), node, each -> counted.get(each).result()))));
    Map<String, StepResult> results = new LinkedHashMap<>();
    counted.forEach(
        (node, one) -> {
          if (one.result() != null) {
            results.put(node, one.result());
          }
        });
    return new Counts(
        draft.pin(),
        drafts.dataMoved(workspace, draft),
        nodes,
        SameReadersCount.in(draft.problems(), draft.canvas(), results));
  }

  /**
   * A draft to count.
   *
   * @param editor what tells the editor that asks from others; may be null
   */
  record CountsRequest(JsonNode canvas, String campaign, Pin pin, String editor)
      implements Draft.Asked {}

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
