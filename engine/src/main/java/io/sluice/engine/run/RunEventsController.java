package io.sluice.engine.run;

import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Runs as they go on, as server-sent events. */
@RestController
class RunEventsController {
  private final Runs runs;
  private final RunWatch watch;

  RunEventsController(Runs runs, RunWatch watch) {
    this.runs = runs;
    this.watch = watch;
  }

  @Operation(
      summary = "A run, and each change of it, as server-sent events",
      description =
          "Each event 'run' holds the whole run. The stream ends when the run is over, and after"
              + " half an hour at the latest; connect again then.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = RunView.class)))
  @GetMapping(
      path = "/api/workspaces/{workspace}/runs/{run}/events",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable Workspace workspace, @PathVariable long run) {
    return watch.watch(runs.require(workspace, run));
  }
}
