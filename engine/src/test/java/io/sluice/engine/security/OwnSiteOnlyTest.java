package io.sluice.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@EngineTest
@TestPropertySource(
    properties = {
      "sluice.security.hosts=sluice.example",
      "sluice.security.origins=https://designer.example"
    })
@Tag("any-database")
class OwnSiteOnlyTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1",
        "127.1.2.3:99",
        "[::1]:8080",
        "sluice.example"
      })
  void answersToItsOwnNames(String host) {
    assertThat(get(host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example:8080",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "[::2]"
      })
  void refusesNamesThatWereMadeToPointHere(String host) {
    assertThat(get(host))
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json")
        .contains("foreign-host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        "file://",
        "::",
        "http://localhost"
      })
  void refusesChangesSentByPagesOfOtherSites(String origin) {
    String answer = put("foreign", "Origin: " + origin);

    assertThat(answer).startsWith("HTTP/1.1 403").contains("foreign-origin");
    assertThat(new Api(port).get("/api/workspaces/foreign").status()).isEqualTo(404);
  }

  @Test
  void takesChangesFromItsOwnPagesFromListedOnesAndFromPrograms() {
    assertThat(put("own", "Origin: http://127.0.0.1:" + port)).startsWith("HTTP/1.1 201");
    assertThat(put("listed", "Origin: https://designer.example")).startsWith("HTTP/1.1 201");
    assertThat(put("program", "User-Agent: curl")).startsWith("HTTP/1.1 201");
  }

  @Test
  void allowsNoPageOfAnotherSiteToReadAnswers() {
    String answer =
        RawHttp.send(
            port,
            RawHttp.request(
                "GET", "/api/workspaces", "localhost", "", "Origin: https://evil.example"));

    assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("Access-Control-Allow-Origin");
  }

  @Test
  void sendsTheHeadersThatKeepBrowsersCareful() {
    for (String path : new String[] {"/api/workspaces", "/api/no-such-thing", "/api/docs"}) {
      assertThat(RawHttp.send(port, RawHttp.request("GET", path, "localhost", "")))
          .contains("Content-Security-Policy: " + SafeHeaders.POLICY)
          .contains("X-Content-Type-Options: nosniff");
    }
  }

  private String get(String host) {
    return RawHttp.send(port, RawHttp.request("GET", "/api/workspaces", host, ""));
  }

  private String put(String workspace, String head) {
    String path = "/api/workspaces/" + workspace;
    return RawHttp.send(port, RawHttp.request("PUT", path, "127.0.0.1:" + port, "{}", head));
  }
}
