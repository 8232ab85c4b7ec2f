package io.sluice.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Odd values in every setting of every node type: told with node and field, in plain words. */
@EngineTest
@Tag("any-database")
class OddSettingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NODES = 400;

  @LocalServerPort int port;

  @Test
  void tellsWhatIsWrongWithSettingsInPlainWords() {
    Shop shop = Shop.create(new Api(port));
    shop.put("points-accounts/p", "{'name':'P'}");
    List<String> wrong = new ArrayList<>();
    int problems = 0;
    for (JsonNode type : shop.api().get("/api/node-types").json()) {
      List<ObjectNode> settings = OddSettings.of(type.path("settings"));
      for (int from = 0; from < settings.size(); from += NODES) {
        List<ObjectNode> some = settings.subList(from, Math.min(settings.size(), from + NODES));
        problems += judge(shop, type, some, wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(problems).isGreaterThan(2_000);
  }

  /** All nodes at once; then those alone whose settings can be read. */
  private int judge(Shop shop, JsonNode type, List<ObjectNode> settings, List<String> wrong) {
    Set<Integer> unreadable = new HashSet<>();
    int first = judge(shop, canvas(type, settings, unreadable), wrong, unreadable);
    return first + judge(shop, canvas(type, settings, unreadable), wrong, unreadable);
  }

  private int judge(Shop shop, ObjectNode canvas, List<String> wrong, Set<Integer> unreadable) {
    Answer answer = shop.api().put(shop.address() + "/campaigns/odd", canvas.toString());
    if (answer.status() >= 500) {
      wrong.add(answer.status() + " for " + canvas);
      return 0;
    }
    JsonNode problems = answer.json().path("problems");
    for (JsonNode problem : problems) {
      List<String> words = LibraryWords.in(problem.path("message").toString());
      String node = problem.path("nodeId").asText();
      boolean ofSetting = !problem.path("severity").asText().equals("warning");
      if (!words.isEmpty() || ofSetting && node.isEmpty() && !problem.hasNonNull("edgeId")) {
        wrong.add(words + " in " + problem);
      }
      if (problem.path("severity").asText().equals("structure") && node.startsWith("n")) {
        unreadable.add(Integer.valueOf(node.substring(1)));
      }
    }
    return problems.size();
  }

  private static ObjectNode canvas(JsonNode type, List<ObjectNode> settings, Set<Integer> leftOut) {
    ObjectNode canvas = JSON.createObjectNode().put("schemaVersion", 1).put("name", "Odd");
    boolean source = type.path("kind").asText().equals("source");
    canvas
        .putArray("nodes")
        .addObject()
        .put("id", "who")
        .put("type", "target-group")
        .putObject("config")
        .put("who", "everyone");
    canvas.putArray("edges");
    for (int i = 0; i < settings.size(); i++) {
      if (!leftOut.contains(i)) {
        canvas
            .withArray("nodes")
            .addObject()
            .put("id", "n" + i)
            .put("type", type.path("key").asText())
            .set("config", settings.get(i));
        if (!source) {
          ObjectNode edge = canvas.withArray("edges").addObject();
          edge.put("id", "e" + i).put("source", "who").put("target", "n" + i);
        }
      }
    }
    return canvas;
  }
}
