package io.sluice.engine.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.JsonProblems;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriUtils;

@RestController
@RequestMapping("/api/workspaces/{workspace}")
class ImportController {
  private static final String LISTS = "lists";
  private static final int LIST_KEY_LENGTH = 64;
  private static final int LONGEST_PAGE = 1_000;

  private final Imports imports;
  private final ObjectMapper json;

  ImportController(Imports imports, ObjectMapper json) {
    this.imports = imports;
    this.json = json;
  }

  @Operation(summary = "Imports members, orders or events from a CSV file")
  @PostMapping(path = "/{kind:members|orders|events}/import", consumes = "text/csv")
  ResponseEntity<ImportState> fromBody(
      @PathVariable Workspace workspace,
      @PathVariable String kind,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request)
      throws IOException {
    return accept(
        workspace, null, kind, OptionParameters.read(parameters, json), request.getInputStream());
  }

  @PostMapping(
      path = "/{kind:members|orders|events}/import",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ImportState> fromForm(
      @PathVariable Workspace workspace,
      @PathVariable String kind,
      @RequestPart("file") MultipartFile file,
      @RequestParam(name = "options", required = false) String options)
      throws IOException {
    try (InputStream bytes = file.getInputStream()) {
      return accept(workspace, null, kind, parse(options), bytes);
    }
  }

  @Operation(summary = "Imports phones or e-mail addresses from a CSV file into a list")
  @PostMapping(path = "/lists/{list}/import", consumes = "text/csv")
  ResponseEntity<ImportState> listFromBody(
      @PathVariable Workspace workspace,
      @PathVariable String list,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request)
      throws IOException {
    return accept(
        workspace, list, LISTS, OptionParameters.read(parameters, json), request.getInputStream());
  }

  @PostMapping(path = "/lists/{list}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ImportState> listFromForm(
      @PathVariable Workspace workspace,
      @PathVariable String list,
      @RequestPart("file") MultipartFile file,
      @RequestParam(name = "options", required = false) String options)
      throws IOException {
    try (InputStream bytes = file.getInputStream()) {
      return accept(workspace, list, LISTS, parse(options), bytes);
    }
  }

  private ResponseEntity<ImportState> accept(
      Workspace workspace, String list, String kind, ImportOptions options, InputStream bytes)
      throws IOException {
    if (options.list() != null) {
      throw Problem.badField(
          "bad-options", "list", "The address names the list; leave the option 'list' out.");
    }
    if (list == null) {
      return accept(workspace, kind, options, bytes);
    }
    InputText.key("list", InputText.line("list", list, LIST_KEY_LENGTH));
    return accept(workspace, kind, options.ofList(list), bytes);
  }

  private ResponseEntity<ImportState> accept(
      Workspace workspace, String kind, ImportOptions options, InputStream bytes)
      throws IOException {
    ImportState state = ImportState.of(workspace, imports.start(workspace, kind, options, bytes));
    return ResponseEntity.accepted().location(URI.create(state.self())).body(state);
  }

  @Operation(
      summary = "The imports, the last first, in pages",
      description = "'before' is the id of the last one of the page before.")
  @GetMapping("/imports")
  List<ImportState> list(
      @PathVariable Workspace workspace,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Problem.badField("bad-page", "limit", "'limit' must be 1 to 1000.");
    }
    return imports.before(workspace, before, limit).stream()
        .map(job -> ImportState.of(workspace, job))
        .toList();
  }

  @Operation(summary = "An import, with its progress or its result")
  @GetMapping("/imports/{id}")
  ImportState get(@PathVariable Workspace workspace, @PathVariable long id) {
    return ImportState.of(workspace, imports.get(workspace, id));
  }

  @Operation(summary = "Gives up an import that is still going")
  @PostMapping("/imports/{id}/cancel")
  ImportState cancel(@PathVariable Workspace workspace, @PathVariable long id) {
    return ImportState.of(workspace, imports.cancel(workspace, id));
  }

  @Operation(summary = "The lines that were not imported, each with the reason, as CSV")
  @GetMapping(path = "/imports/{id}/errors", produces = "text/csv;charset=UTF-8")
  StreamingResponseBody errors(@PathVariable Workspace workspace, @PathVariable long id) {
    ImportJob job = imports.get(workspace, id);
    return out -> {
      out.write(ErrorCsv.HEADER.getBytes(StandardCharsets.UTF_8));
      imports.errors(
          job,
          error -> {
            try {
              out.write(ErrorCsv.row(error).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    };
  }

  private ImportOptions parse(String options) {
    try {
      return options == null || options.isBlank()
          ? ImportOptions.DEFAULTS
          : json.readValue(options, ImportOptions.class);
    } catch (JsonProcessingException e) {
      Problem cause = JsonProblems.of(e);
      throw Problem.badField(
          "bad-options", "options", "'options' cannot be read. " + cause.getMessage());
    }
  }

  /** An import as the world sees it. */
  record ImportState(
      long id,
      String self,
      String kind,
      String list,
      String state,
      Instant startedAt,
      Instant finishedAt,
      long bytesTotal,
      long bytesRead,
      long rowsRead,
      long created,
      long updated,
      long unchanged,
      long broken,
      String errors,
      String message) {
    static ImportState of(Workspace workspace, ImportJob job) {
      String self =
          "/api/workspaces/"
              + UriUtils.encodePathSegment(workspace.key(), StandardCharsets.UTF_8)
              + "/imports/"
              + job.id();
      ImportJob.Progress progress = job.progress();
      return new ImportState(
          job.id(),
          self,
          job.kind(),
          job.options().list(),
          job.state().key(),
          job.startedAt(),
          job.finishedAt(),
          job.bytesTotal(),
          progress.bytesRead(),
          progress.rowsRead(),
          progress.created(),
          progress.updated(),
          progress.unchanged(),
          progress.broken(),
          progress.broken() == 0 ? null : self + "/errors",
          job.message());
    }
  }
}
