package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What the README and the tour of the API tell to type works, on a server of their own. */
@DemoServerTest
@TestPropertySource(
    properties = {
      "sluice.demo.members=5000",
      "sluice.demo.reference=",
      "sluice.imports.folder=target/imports"
    })
class RootDocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate rest;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/api.md"})
  void curlCallsDoWhatTheTextSays(String document) throws Exception {
    assertThat(CurlCommand.of(document)).hasSizeGreaterThan(10);
    for (CurlCommand call : CurlCommand.of(document)) {
      HttpResponse<String> answer = call.send(port);
      if (call.toString().contains("/campaigns/broken")) {
        assertThat(JSON.readTree(answer.body())).isEqualTo(exampleOfAProblem());
      } else {
        assertThat(answer.statusCode()).as("%s%n%s", call, answer.body()).isBetween(200, 202);
        followUp(call, answer);
      }
    }
  }

  /** A dry run is done when it is answered; a run ends, and later calls look at its end. */
  private void followUp(CurlCommand call, HttpResponse<String> answer) throws Exception {
    if (call.toString().contains("/dry-run")) {
      assertThat(JSON.readTree(answer.body()).path("state").asText()).isEqualTo("done");
    }
    if (call.toString().contains("/start")) {
      long run = JSON.readTree(answer.body()).path("id").asLong();
      String path = "/api/workspaces/demo/runs/" + run;
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> rest.getForObject(path, JsonNode.class).path("state").asText(),
              "finished"::equals);
    }
  }

  private static JsonNode exampleOfAProblem() throws Exception {
    String page = Files.readString(Path.of("../../docs/api.md"));
    int start = page.indexOf("```json\n") + 8;
    return JSON.readTree(page.substring(start, page.indexOf("```", start)));
  }
}
