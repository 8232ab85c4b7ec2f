package io.sluice.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.ImportApi;
import io.sluice.engine.testing.PublicData;
import io.sluice.engine.workspace.Workspaces;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The published figures of the CDNOW data set (Fader and Hardie 2001) come out of an import. */
@EngineTest
class CdnowTest {
  private static final String SHOP = "/api/workspaces/cdnow";

  @LocalServerPort int port;
  @Autowired Workspaces workspaces;

  @Test
  void importsToThePublishedTotalsAndTheSameFileAgainChangesNothing() throws IOException {
    Path file = PublicData.require("cdnow/orders.csv.gz");
    Api api = new Api(port);
    api.put(SHOP, "{}");

    JsonNode first = imported(api, file);
    long version = workspaces.dataVersion(workspaces.find("cdnow").orElseThrow().id());
    JsonNode second = imported(api, file);

    assertThat(first.path("created").asInt()).as(first.toString()).isEqualTo(69_659);
    assertThat(first.path("broken").asInt()).isZero();
    assertThat(api.get(SHOP + "/orders/summary").text())
        .isEqualTo("{\"members\":23570,\"orders\":69659,\"items\":167881,\"amount\":2500315.63}");
    JsonNode stages =
        api.get(SHOP + "/lifecycle?asOf=1998-07-01T00:00:00Z").json().path("byLastOrder");
    assertThat(stages.path("active").asInt()).isEqualTo(3301);
    assertThat(stages.path("silent").asInt()).isEqualTo(2059);
    assertThat(stages.path("sleeping").asInt()).isEqualTo(1656);
    assertThat(stages.path("about-to-churn").asInt()).isEqualTo(1316);
    assertThat(stages.path("churned").asInt() + stages.path("long-gone").asInt()).isEqualTo(15_238);
    assertThat(second.path("unchanged").asInt()).as(second.toString()).isEqualTo(69_659);
    assertThat(workspaces.dataVersion(workspaces.find("cdnow").orElseThrow().id()))
        .isEqualTo(version);
  }

  private static JsonNode imported(Api api, Path file) throws IOException {
    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
      byte[] csv = unpacked.readAllBytes();
      return new ImportApi(api, "cdnow")
          .run("orders/import?createMembers=true", BodyPublishers.ofByteArray(csv));
    }
  }
}
