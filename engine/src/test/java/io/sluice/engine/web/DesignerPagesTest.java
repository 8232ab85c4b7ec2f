package io.sluice.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page stands in the test resources: the real one is built in another module. */
@EngineTest
@Tag("any-database")
class DesignerPagesTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/w/demo", "/w/demo/campaigns/win-back", "/w/demo/runs/1"})
  void showsTheOnePageAtEveryAddressOfTheDesigner(String address) {
    assertThat(get(address))
        .startsWith("HTTP/1.1 200")
        .contains("<title>The designer</title>")
        .containsIgnoringCase("Cache-Control: no-cache");
  }

  @Test
  void letsBrowsersKeepFilesWhoseNamesFollowFromTheirContent() {
    assertThat(get("/designer/assets/index-abc.js"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("immutable");
  }

  @Test
  void allowsNoScriptsButItsOwn() {
    assertThat(get("/w/demo"))
        .contains("Content-Security-Policy: default-src 'self';")
        .doesNotContain("unsafe-eval")
        .doesNotContain("script-src");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/designer/assets/none.js", "/none", "/api/none"})
  void hasNothingElsewhere(String address) {
    assertThat(get(address)).startsWith("HTTP/1.1 404");
  }

  private String get(String address) {
    return RawHttp.send(port, RawHttp.request("GET", address, "localhost", ""));
  }
}
