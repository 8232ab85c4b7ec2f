package io.sluice.engine.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A campaign under test, drawn, dry-run and run over HTTP. */
public final class Journey {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Shop shop;
  private final String key;
  private final List<String> nodes = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();

  private Journey(Shop shop, String key) {
    this.shop = shop;
    this.key = key;
  }

  /** An empty canvas. */
  public static Journey in(Shop shop, String key) {
    return new Journey(shop, key);
  }

  /** Draws a node; single quotes stand for double ones. */
  public Journey node(String id, String type, String config) {
    nodes.add("{'id':'%s','type':'%s','config':%s}".formatted(id, type, config));
    return this;
  }

  /** Whether there is a node of that id. */
  public boolean has(String id) {
    return nodes.stream().anyMatch(node -> node.startsWith("{'id':'" + id + "'"));
  }

  /** Switches a node off. */
  public Journey off(String id) {
    nodes.replaceAll(
        node ->
            node.startsWith("{'id':'" + id + "'")
                ? node.substring(0, node.length() - 1) + ",'disabled':true}"
                : node);
    return this;
  }

  /** Draws an arrow from the main port, or from {@code node:port}. */
  public Journey arrow(String from, String to) {
    String[] source = from.split(":");
    String port = source.length > 1 ? ",'sourcePort':'" + source[1] + "'" : "";
    edges.add(
        "{'id':'e%d','source':'%s'%s,'target':'%s'}"
            .formatted(edges.size() + 1, source[0], port, to));
    return this;
  }

  /** Saves the campaign. */
  public Answer save() {
    return save("");
  }

  /** Saves the campaign whatever is wrong with it. */
  public Answer saveDraft() {
    return save("?draft=true");
  }

  private Answer save(String query) {
    return shop.put("campaigns/" + key + query, canvas());
  }

  /** The canvas file, with single quotes. */
  public String canvas() {
    return "{'schemaVersion':1,'name':'%s','nodes':[%s],'edges':[%s]}"
        .formatted(key, String.join(",", nodes), String.join(",", edges));
  }

  /** Saves the campaign, which must be sound, and dry-runs it to the end. */
  public JsonNode dryRun(String options) {
    expect(save(), 200, 201);
    Answer accepted = expect(shop.post("campaigns/" + key + "/dry-run", options), 202);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !shop.api()
                    .get(accepted.location())
                    .json()
                    .path("state")
                    .asText()
                    .equals("running"));
    return shop.api().get(accepted.location()).json();
  }

  /** Starts a run and returns its number. */
  public long start(String options) {
    return expect(shop.post("campaigns/" + key + "/start", options), 201, 200, 202)
        .json()
        .path("id")
        .asLong();
  }

  /** The run as it stands. */
  public JsonNode run(long run) {
    return shop.get("runs/" + run).json();
  }

  /** The run once it is in a state. */
  public JsonNode awaitRun(long run, Predicate<JsonNode> condition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> condition.test(run(run)));
    return run(run);
  }

  /** The run once it has finished. */
  public JsonNode finished(long run) {
    return awaitRun(run, view -> view.path("state").asText().equals("finished"));
  }

  /** The node of a run or of a dry run's result. */
  public static JsonNode nodeOf(JsonNode nodes, String id) {
    for (JsonNode node : nodes) {
      if (node.path("id").asText().equals(id) || node.path("node").asText().equals(id)) {
        return node;
      }
    }
    throw new AssertionError("No node " + id + " in " + nodes);
  }

  private static Answer expect(Answer answer, Integer... statuses) {
    if (!List.of(statuses).contains(answer.status())) {
      throw new AssertionError("Unexpected " + answer);
    }
    return answer;
  }
}
