package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README, the tour of the API and the page of the samples tell to type works. */
@DocumentServerTest
@Tag("any-database")
class DocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate rest;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/api.md", "samples/README.md"})
  void curlCallsDoWhatTheTextSays(String document) throws Exception {
    assertThat(CurlCommand.of(document)).hasSizeGreaterThan(10);
    // Documents count from 1, on a server that is new; here several share one.
    Counted runs = new Counted("runs");
    Counted imports = new Counted("imports");
    TakenCoupon coupon = TakenCoupon.EXAMPLE;
    List<Integer> orders = new ArrayList<>();
    for (CurlCommand told : CurlCommand.of(document)) {
      CurlCommand call = told.with(runs::actual).with(imports::actual).with(coupon::in);
      HttpResponse<String> answer = call.send(port);
      if (call.toString().contains("/campaigns/broken")) {
        assertThat(JSON.readTree(answer.body())).isEqualTo(exampleOfAProblem());
        continue;
      }
      assertThat(answer.statusCode()).as("%s%n%s", call, answer.body()).isBetween(200, 202);
      if (call.toString().contains("/dry-run")) {
        assertThat(JSON.readTree(answer.body()).path("state").asText()).isEqualTo("done");
      } else if (call.toString().contains("/start")) {
        runs.add(JSON.readTree(answer.body()).path("id").asLong());
        awaitEnd("/api/workspaces/demo/runs/" + runs.last(), "finished");
      } else if (call.toString().matches("(?s).*/import[? ].*")) {
        JsonNode made = JSON.readTree(answer.body());
        imports.add(made.path("id").asLong());
        awaitEnd(made.path("self").asText(), "done");
      } else if (call.toString().contains("/sandbox/messages?")) {
        assertThat(JSON.readTree(answer.body()).findValuesAsText("text"))
            .as(call.toString())
            .isNotEmpty();
        coupon = coupon.orOf(JSON.readTree(answer.body()));
      } else if (call.toString().contains("/quote")) {
        assertThat(JSON.readTree(answer.body()).path("deduction").asInt()).isEqualTo(15);
      } else if (call.toString().endsWith("/analysis")) {
        ordersOfTheWelcome(JSON.readTree(answer.body())).ifPresent(orders::add);
      }
    }
    if (!orders.isEmpty()) {
      // The second look at the figures finds the order that came in between.
      assertThat(orders).containsExactly(orders.get(0), orders.get(0) + 1);
    }
  }

  private static OptionalInt ordersOfTheWelcome(JsonNode analysis) {
    return StreamSupport.stream(analysis.path("actions").spliterator(), false)
        .filter(figures -> figures.path("node").asText().equals("welcome"))
        .mapToInt(figures -> figures.at("/sales/orders").asInt())
        .findFirst();
  }

  /** Later calls look at the end. */
  private void awaitEnd(String path, String state) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                rest.withBasicAuth("admin", "admin")
                    .getForObject(path, JsonNode.class)
                    .path("state")
                    .asText(),
            state::equals);
  }

  private static JsonNode exampleOfAProblem() throws Exception {
    String page = Files.readString(Path.of("../../docs/api.md"));
    int start = page.indexOf("```json\n") + 8;
    return JSON.readTree(page.substring(start, page.indexOf("```", start)));
  }
}
