package io.sluice.engine.workspace;

import io.sluice.engine.web.Caller;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {
  private static final int KEY_LENGTH = 64;
  private static final int NAME_LENGTH = 200;

  private final Workspaces workspaces;

  WorkspaceController(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Operation(summary = "The workspaces in which the caller has a role")
  @GetMapping
  List<Profile> list(HttpServletRequest request) {
    Caller caller = Caller.of(request);
    return workspaces.all().stream()
        .filter(workspace -> caller.sees(workspace.key()))
        .map(Profile::of)
        .toList();
  }

  @Operation(summary = "A workspace")
  @GetMapping("/{workspace}")
  Profile get(@PathVariable Workspace workspace) {
    return Profile.of(workspace);
  }

  @Operation(summary = "Makes a workspace, or changes its name and time zone")
  @PutMapping("/{workspace}")
  ResponseEntity<Profile> put(@PathVariable("workspace") String key, @RequestBody Settings body) {
    InputText.line("workspace", InputText.key("workspace", key), KEY_LENGTH);
    String name = InputText.line("/name", body.name() == null ? key : body.name(), NAME_LENGTH);
    ZoneId zone = zone(body.timeZone());
    boolean known = workspaces.find(key).isPresent();
    Workspace workspace;
    // Two new ones at once would take the same number.
    synchronized (workspaces) {
      workspace = workspaces.put(key, name, zone);
    }
    return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
        .body(Profile.of(workspace));
  }

  private static ZoneId zone(String name) {
    try {
      return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Problem.badField(
          "unknown-time-zone",
          "/timeZone",
          "'timeZone' must be a zone of the IANA database such as Asia/Shanghai or UTC.");
    }
  }

  record Settings(String name, String timeZone) {}

  record Profile(String key, String name, String timeZone) {
    static Profile of(Workspace workspace) {
      return new Profile(workspace.key(), workspace.name(), workspace.zone().getId());
    }
  }
}
