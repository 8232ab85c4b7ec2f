package io.sluice.engine.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Canvas;
import io.sluice.engine.canvas.CanvasBinder;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasReader;
import io.sluice.engine.nodetype.SettingsMapper;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns as canvas files. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/campaigns")
class CampaignController {
  private static final int KEY_LENGTH = 64;

  private final Campaigns campaigns;
  private final CanvasVersions versions;
  private final CanvasReader reader;
  private final CanvasBinder binder;
  private final CampaignCheck check;
  private final ObjectMapper canvasMapper = SettingsMapper.create();

  CampaignController(
      Campaigns campaigns,
      CanvasVersions versions,
      CanvasReader reader,
      CanvasBinder binder,
      CampaignCheck check) {
    this.campaigns = campaigns;
    this.versions = versions;
    this.reader = reader;
    this.binder = binder;
    this.check = check;
  }

  @Operation(
      summary = "Saves a canvas file as the newest version of a campaign",
      description =
          "Refuses a canvas with errors, and with draft=true only one that cannot be understood."
              + " If-Match with the ETag of the version it was made from guards against"
              + " overwriting somebody else's work.")
  @PutMapping(path = "/{campaign}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Saved> put(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestParam(defaultValue = "false") boolean draft,
      @RequestHeader(name = "If-Match", required = false) String ifMatch,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = Canvas.class)))
          @RequestBody
          byte[] file)
      throws IOException {
    InputText.line("campaign", InputText.key("campaign", campaign), KEY_LENGTH);
    Canvas canvas = reader.read(file);
    List<CanvasProblem> problems = new ArrayList<>();
    BoundCanvas bound = binder.bind(canvas, problems);
    problems.addAll(check.of(workspace, bound));
    if (!draft && problems.stream().anyMatch(CanvasProblem::isError)) {
      throw refused(problems);
    }
    boolean known = campaigns.find(workspace.id(), campaign).isPresent();
    Campaign saved =
        campaigns.save(
            workspace.id(),
            campaign,
            canvas.name(),
            canvasMapper.writeValueAsString(reader.write(canvas)),
            Optional.ofNullable(ifMatch).map(CampaignController::version));
    return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
        .eTag(Integer.toString(saved.latestVersion()))
        .body(new Saved(saved.key(), saved.name(), saved.latestVersion(), problems));
  }

  @Operation(summary = "The canvas file of the newest version, or of another one")
  @GetMapping(path = "/{campaign}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<JsonNode> get(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestParam(required = false) Integer version)
      throws IOException {
    Campaign found = campaigns.require(workspace, campaign);
    int number = version == null ? found.latestVersion() : version;
    return ResponseEntity.ok()
        .eTag(Integer.toString(number))
        .body(canvasMapper.readTree(campaigns.canvas(workspace.id(), found.id(), number)));
  }

  @Operation(summary = "Tells everything that is wrong with the newest version, all at once")
  @PostMapping("/{campaign}/check")
  Checked check(@PathVariable Workspace workspace, @PathVariable String campaign) {
    Campaign found = campaigns.require(workspace, campaign);
    List<CanvasProblem> problems =
        check.all(workspace, versions.get(workspace.id(), found.id(), found.latestVersion()));
    return new Checked(problems.stream().noneMatch(CanvasProblem::isError), problems);
  }

  @Operation(summary = "The BPMN 2.0 file that the campaign compiles to")
  @GetMapping(path = "/{campaign}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  String bpmn(@PathVariable Workspace workspace, @PathVariable String campaign) {
    Campaign found = campaigns.require(workspace, campaign);
    return versions.compiled(workspace.id(), found.id(), found.latestVersion()).xml();
  }

  private static CanvasRefused refused(List<CanvasProblem> problems) {
    List<CanvasProblem> errors = problems.stream().filter(CanvasProblem::isError).toList();
    return new CanvasRefused(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "Errors keep this canvas from running: %d. Mend them, or save it with draft=true. The first: %s"
            .formatted(errors.size(), errors.get(0).message().en()),
        problems);
  }

  private static int version(String etag) {
    String number = etag.replaceAll("^(W/)?\"|\"$", "");
    if (!number.matches("[0-9]{1,9}")) {
      throw Problem.badField(
          "bad-etag", "If-Match", "'If-Match' must be the ETag of an earlier GET, such as \"3\".");
    }
    return Integer.parseInt(number);
  }

  @Operation(
      summary = "Makes a draft of a campaign's newest canvas under another key",
      description = "The copy draws people anew; runs, budget and schedule are not copied.")
  @PostMapping("/{campaign}/copy")
  ResponseEntity<Saved> copy(
      @PathVariable Workspace workspace, @PathVariable String campaign, @RequestBody Copy body)
      throws IOException {
    String key = InputText.line("/key", InputText.key("/key", body.key()), KEY_LENGTH);
    Campaign from = campaigns.require(workspace, campaign);
    ObjectNode canvas =
        (ObjectNode)
            canvasMapper.readTree(
                campaigns.canvas(workspace.id(), from.id(), from.latestVersion()));
    if (body.name() != null) {
      canvas.put("name", body.name());
    }
    Canvas read = reader.read(canvasMapper.writeValueAsBytes(canvas));
    Campaign made =
        campaigns.copy(
            workspace.id(), key, read.name(), canvasMapper.writeValueAsString(reader.write(read)));
    return ResponseEntity.status(HttpStatus.CREATED)
        .eTag("1")
        .body(
            new Saved(
                made.key(),
                made.name(),
                made.latestVersion(),
                check.all(workspace, versions.get(workspace.id(), made.id(), 1))));
  }

  /** The key of a copy, and its name; the name of the original where it is left out. */
  record Copy(String key, String name) {}

  record Saved(String key, String name, int version, List<CanvasProblem> problems) {}

  record Checked(boolean ok, List<CanvasProblem> problems) {}
}
