package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What the document of the samples tells to type works, on a server of its own. */
@DemoServerTest
@TestPropertySource(properties = {"sluice.demo.members=6000", "sluice.demo.reference="})
class ReadmeTest {
  @LocalServerPort private int port;
  @Autowired private TestRestTemplate rest;

  @Test
  void showsCurlLinesThatWork() throws Exception {
    List<CurlCommand> calls = CurlCommand.of("samples/README.md");

    assertThat(calls).hasSizeGreaterThan(10);
    for (CurlCommand call : calls) {
      HttpResponse<String> answer = call.send(port);
      assertThat(answer.statusCode()).as("%s%n%s", call, answer.body()).isBetween(200, 201);
      if (call.toString().contains("/dry-run")) {
        assertThat(answer.body()).as(call.toString()).contains("\"state\":\"done\"");
      }
    }
    for (int run = 1; run <= 4; run++) {
      String path = "/api/workspaces/demo/runs/" + run;
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> rest.getForObject(path, JsonNode.class).path("state").asText(),
              "finished"::equals);
    }
  }
}
