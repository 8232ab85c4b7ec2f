package io.sluice.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api.Answer;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Imports files over HTTP. */
public final class ImportApi {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Api api;
  private final String workspace;

  /** Imports into a workspace. */
  public ImportApi(Api api, String workspace) {
    this.api = api;
    this.workspace = "/api/workspaces/" + Api.encode(workspace);
  }

  /** Posts a file and returns the answer at once. */
  public Answer post(String kindAndQuery, BodyPublisher csv) {
    return api.send("POST", workspace + "/" + kindAndQuery, "text/csv", csv);
  }

  /** Imports a text to the end and returns the import. */
  public JsonNode run(String kindAndQuery, String csv) {
    return run(kindAndQuery, BodyPublishers.ofString(csv));
  }

  /** Imports a file to the end and returns the import. */
  public JsonNode run(String kindAndQuery, BodyPublisher csv) {
    Answer accepted = post(kindAndQuery, csv);
    if (accepted.status() != 202) {
      throw new AssertionError("Expected 202 but got " + accepted);
    }
    return finished(accepted.location());
  }

  /** The import once it is neither queued nor running. */
  public JsonNode finished(String location) {
    for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
      JsonNode state = api.get(location).json();
      if (!state.path("state").asText().matches("queued|running")) {
        return state;
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("Not finished after " + PATIENCE + ": " + location);
  }

  /** The errors of an import as CSV lines without the header. */
  public java.util.List<String> errors(JsonNode state) {
    return api.get(state.path("self").asText() + "/errors").text().lines().skip(1).toList();
  }
}
