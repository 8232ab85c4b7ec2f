package io.sluice.engine.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.sluice.engine.nodetype.BuiltInNodes;
import io.sluice.engine.testing.Golden;
import io.sluice.node.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CanvasSchema SCHEMAS =
      new CanvasSchema(BuiltInNodes.types(), BuiltInNodes.schemas());
  private static final JsonNode SCHEMA = SCHEMAS.schema(builtIn());
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMAS.schema());

  /** Without the node types of tests. */
  private static List<NodeType<?>> builtIn() {
    return BuiltInNodes.types().all().stream()
        .<NodeType<?>>map(type -> type)
        .filter(type -> type.getClass().getPackageName().startsWith("io.sluice.node.types"))
        .toList();
  }

  @Test
  void isTheCommittedOne() {
    Golden.assertEqualsDocument("canvas.schema.json", SCHEMA);
  }

  static List<Path> canvases() throws IOException {
    try (Stream<Path> tests = Files.walk(Path.of("src/test/resources"));
        Stream<Path> samples = Files.list(Path.of("../samples/campaigns"))) {
      return Stream.concat(
              tests.filter(file -> file.toString().endsWith(".canvas.json")),
              samples.filter(file -> file.toString().endsWith(".json")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("canvases")
  void takesTheCanvasesThatThereAre(Path file) throws IOException {
    assertThat(VALIDATOR.validate(JSON.readTree(Files.readString(file)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"schemaVersion\":1 > \"schemaVersion\":2",
        "\"schemaVersion\":1, > ",
        "\"name\":\"a\", > \"name\":\" \",",
        "\"edges\" > \"arrows\"",
        "\"id\":\"t\" > \"id\":\"1t\"",
        "\"type\":\"filter\" > \"type\":\"sieve\"",
        "\"who\":\"everyone\" > \"who\":\"nobody\"",
        "\"who\":\"everyone\" > ",
        "{\"tag\":\"vip\",\"action\":\"add\"} > {\"tag\":7,\"action\":\"add\"}",
        "{\"tag\":\"vip\",\"action\":\"add\"} > {\"tag\":\"vip\",\"action\":\"add\",\"colour\":1}",
        "{\"tag\":\"vip\",\"action\":\"add\"} > []",
        ",\"config\":{\"tag\":\"vip\",\"action\":\"add\"} > ",
        "\"x\":640 > \"x\":\"640\"",
        "\"x\":640 > \"x\":1e7",
        "\"source\":\"t\" > \"from\":\"t\"",
      })
  void refusesMalformedOnes(String change) throws IOException {
    String[] parts = change.split(" > ?", 2);
    String sound = TestCanvases.small("a");
    String malformed = sound.replace(parts[0], parts[1]);

    assertThat(malformed).isNotEqualTo(sound);
    assertThat(VALIDATOR.validate(JSON.readTree(sound))).isEmpty();
    assertThat(VALIDATOR.validate(JSON.readTree(malformed))).isNotEmpty();
  }

  @Test
  void saysWhatChoicesAreCalledAndWhichSettingsAreNeeded() {
    JsonNode tag = SCHEMA.at("/$defs/settings-tag");

    assertThat(tag.at("/properties/action/oneOf/0").toString())
        .isEqualTo("{\"const\":\"add\",\"title\":\"Add\",\"x-title-zh\":\"添加\"}");
    assertThat(tag.path("required"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("action", "tag");
  }
}
