package io.sluice.engine.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JsonLinesController {
  private final JsonLines lines;
  private final ObjectMapper json;

  JsonLinesController(JsonLines lines, ObjectMapper json) {
    this.lines = lines;
    this.json = json;
  }

  /** Lines that are wrong are told and left out; the same lines again change nothing. */
  @Operation(summary = "Takes in members, orders or events at once, as NDJSON")
  @PostMapping(
      path = "/api/workspaces/{workspace}/{kind:members|orders|events}",
      consumes = "application/x-ndjson")
  Answer post(
      @PathVariable Workspace workspace,
      @PathVariable String kind,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request)
      throws IOException {
    RowWriter.Result result =
        lines.write(
            workspace, kind, OptionParameters.read(parameters, json), request.getInputStream());
    return new Answer(
        result.created(),
        result.updated(),
        result.unchanged(),
        result.errors().stream().map(Wrong::of).toList());
  }

  /** What became of the lines. */
  record Answer(int created, int updated, int unchanged, List<Wrong> errors) {}

  /**
   * A line that was left out.
   *
   * @param line counted from 1
   * @param field the field that is wrong; empty for the line as a whole
   */
  record Wrong(long line, String field, String message) {
    static Wrong of(ImportError error) {
      return new Wrong(
          error.line(), ImportError.shown(error.field()), ImportError.shown(error.message()));
    }
  }
}
