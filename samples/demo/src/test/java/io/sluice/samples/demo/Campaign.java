package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** A campaign of the demo workspace, by the API. */
record Campaign(TestRestTemplate rest, String key, Instant asOf) {
  private static final String WORKSPACE = "/api/workspaces/demo/";
  private static final int FIRST_KEY = 10_000_000;

  void requireNoProblems() {
    JsonNode checked = post("campaigns/" + key + "/check");
    assertThat(checked.path("problems")).as("problems of %s", key).isEmpty();
    assertThat(checked.path("ok").asBoolean()).isTrue();
  }

  Passage dryRun() {
    JsonNode done = post("campaigns/" + key + "/dry-run?wait=60");
    assertThat(done.path("state").asText()).as("%s", done).isEqualTo("done");
    return new Passage("dry-runs/" + done.path("id").asLong(), done, done.at("/result/nodes"));
  }

  Passage run() {
    String run = "runs/" + post("campaigns/" + key + "/start").path("id").asLong();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> get(run).path("state").asText().equals("finished"));
    JsonNode finished = get(run);
    return new Passage(run, finished, finished.path("nodes"));
  }

  private JsonNode get(String path) {
    return rest.getForObject(WORKSPACE + path, JsonNode.class);
  }

  private JsonNode post(String path) {
    return rest.postForObject(WORKSPACE + path, Map.of("asOf", asOf), JsonNode.class);
  }

  /** Numbers by name. */
  static Map<String, Integer> counts(JsonNode numbers) {
    Map<String, Integer> counts = new HashMap<>();
    numbers.properties().forEach(one -> counts.put(one.getKey(), one.getValue().asInt()));
    return counts;
  }

  /** Who passed which port. */
  final class Passage {
    private final String path;
    private final JsonNode json;
    private final JsonNode nodes;

    Passage(String path, JsonNode json, JsonNode nodes) {
      this.path = path;
      this.json = json;
      this.nodes = nodes;
    }

    long seed() {
      return Long.parseLong(json.path("seed").asText());
    }

    /** What the dry run says that the budget must hold. */
    BigDecimal money() {
      return json.at("/result/money/total").decimalValue();
    }

    /** What came of an action of the run. */
    JsonNode figures(String action) {
      return StreamSupport.stream(get(path + "/analysis").path("actions").spliterator(), false)
          .filter(figures -> figures.path("node").asText().equals(action))
          .findFirst()
          .orElseThrow();
    }

    /** Ports whose number depends on what people will do. */
    Set<String> upTo() {
      Set<String> upTo = new HashSet<>();
      nodes.forEach(
          node ->
              node.path("upTo")
                  .forEach(port -> upTo.add(node.path("id").asText() + "." + port.asText())));
      return upTo;
    }

    /** What the dry run says of a node: units, cost and the like. */
    JsonNode node(String id) {
      return StreamSupport.stream(nodes.spliterator(), false)
          .filter(node -> node.path("id").asText().equals(id))
          .findFirst()
          .orElseThrow();
    }

    Map<String, Integer> sizes() {
      Map<String, Integer> sizes = new HashMap<>();
      nodes.forEach(
          node ->
              counts(node.path("ports"))
                  .forEach((port, size) -> sizes.put(node.path("id").asText() + "." + port, size)));
      sizes.values().removeIf(size -> size == 0);
      return sizes;
    }

    Set<Integer> at(String nodeAndPort) {
      String[] parts = nodeAndPort.split("\\.");
      String list = path + "/nodes/" + parts[0] + "/ports/" + parts[1] + "/members?limit=1000";
      Set<Integer> people = new TreeSet<>();
      JsonNode page = get(list);
      while (true) {
        page.path("members")
            .forEach(
                m -> people.add(Integer.parseInt(m.path("key").asText().substring(1)) - FIRST_KEY));
        if (!page.path("next").isInt()) {
          return people;
        }
        page = get(list + "&after=" + page.path("next").asInt());
      }
    }
  }
}
