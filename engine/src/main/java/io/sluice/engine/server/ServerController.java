package io.sluice.engine.server;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows whether the server does anything, and lets it go on after a hold. */
@RestController
@RequestMapping("/api/server")
@Tag(name = "Server")
class ServerController {
  private final Installation installation;

  ServerController(Installation installation) {
    this.installation = installation;
  }

  @GetMapping
  @Operation(summary = "Whether the server is on hold, and why")
  ServerView get() {
    return view();
  }

  @PostMapping("/release")
  @Operation(summary = "Go on with a database that is a copy or was restored")
  ServerView release() {
    installation.release();
    return view();
  }

  private ServerView view() {
    return installation
        .refresh()
        .map(hold -> new ServerView("held", hold.since(), hold.reason()))
        .orElse(new ServerView("working", null, null));
  }

  /**
   * The state of the server.
   *
   * @param state working or held
   */
  record ServerView(String state, Instant heldSince, String reason) {}
}
