package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The guests of samples/festival: who is greeted, who is not and why, and in how many parts. */
@DocumentServerTest
@Tag("any-database")
class FestivalTest {
  @LocalServerPort private int port;
  @Autowired private TestRestTemplate rest;
  private Campaign.Passage dryRun;
  private Campaign.Passage run;

  @BeforeEach
  void followTheDocument() throws Exception {
    rest = rest.withBasicAuth("admin", "admin");
    for (CurlCommand call : CurlCommand.of("samples/README.md")) {
      if (call.toString().matches(".*(guest_of|/import\\?|PUT.*/campaigns/festival).*")) {
        HttpResponse<String> answer = call.send(port);
        assertThat(answer.statusCode()).as(call.toString()).isBetween(200, 202);
        awaitImport(new ObjectMapper().readTree(answer.body()).path("self").asText());
      }
    }
    Campaign festival = new Campaign(rest, "festival", Instant.parse("2025-09-25T02:00:00Z"));
    festival.requireNoProblems();
    dryRun = festival.dryRun();
    run = festival.run();
  }

  @Test
  void greetsWhoMayBeGreetedAndForecastsThem() {
    Map<String, Integer> reasons = Map.of("no-consent", 1, "not-contactable", 1, "same-address", 1);
    JsonNode greeting = run.node("greeting");

    assertThat(greeting.at("/ports/done").asInt()).isEqualTo(7);
    assertThat(Campaign.counts(greeting.at("/reasons/suppressed"))).isEqualTo(reasons);
    assertThat(Campaign.counts(dryRun.node("greeting").path("heldBack"))).isEqualTo(reasons);
    // Of seven names three are too long for one part of 70 characters.
    assertThat(dryRun.node("greeting").path("units").asInt()).isEqualTo(10);
    assertThat(dryRun.upTo()).contains("details.done");
    assertThat(run.node("details").at("/ports/done").asInt()).isEqualTo(5);
  }

  private void awaitImport(String path) {
    await()
        .until(
            () ->
                path.isEmpty()
                    || rest.getForObject(path, JsonNode.class)
                        .path("state")
                        .asText()
                        .equals("done"));
  }
}
