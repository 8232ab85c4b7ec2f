package io.sluice.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class ApiDocumentTest {
  @LocalServerPort int port;
  JsonNode document;

  @BeforeEach
  void read() {
    document = new Api(port).get("/api/openapi").json();
  }

  @Test
  void isTheCommittedOne() {
    Golden.assertEqualsDocument("openapi.json", document);
  }

  @Test
  void namesEveryOperationItsFeatureAndItsProblems() {
    assertThat(document.path("paths")).hasSizeGreaterThan(20);
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.path("summary").asText()).as(operation.toString()).isNotBlank();
        assertThat(operation.path("tags")).hasSize(1);
        assertThat(operation.at("/responses/4XX/content").has("application/problem+json")).isTrue();
      }
    }
  }

  @Test
  void showsCanvasesAsJsonAndNoAddressOfThisServer() {
    assertThat(document.toString()).doesNotContain(String.valueOf(port)).doesNotContain("\"byte\"");
    assertThat(
            document
                .at("/paths/~1api~1workspaces~1{workspace}~1campaigns~1{campaign}/put/requestBody")
                .toString())
        .contains("application/json", "Canvas");
    assertThat(document.at("/components/schemas/WorkspaceSettings").isMissingNode()).isFalse();
    assertThat(document.at("/components/schemas/SegmentSettings").isMissingNode()).isFalse();
  }

  @Test
  void hasAPage() {
    Api api = new Api(port);

    assertThat(api.get("/api/docs").location()).isEqualTo("/api/swagger-ui/index.html");
    assertThat(api.get("/api/swagger-ui/index.html").text()).contains("swagger-ui");
    assertThat(api.get("/api/canvas-schema").contentType()).isEqualTo("application/schema+json");
  }
}
