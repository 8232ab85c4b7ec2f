package io.sluice.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies, addresses and content types that nobody should send. */
@EngineTest
@Tag("any-database")
class HostileRequestTest {
  private static final String WORKSPACE = "/api/workspaces/requests";
  private static final List<String> SEGMENTS =
      List.of(
          "%00",
          "%0A",
          "%7F",
          "%ED%A0%80",
          "%C0%AF",
          "%FF",
          "%EF%BF%BF",
          "%F0%9F%92%A9",
          "%E5%90%8D",
          "%20",
          "%2F",
          "%5C",
          "%25",
          "%zz",
          "%",
          "..",
          ".",
          "..;",
          ";x=1",
          "%2e%2e",
          "%2F..%2F..",
          "'",
          "%24%7B1+1%7D",
          "%23%7Bx%7D",
          "99999999999999999999",
          "-1",
          "NaN",
          "x".repeat(300),
          "x".repeat(7_000),
          "x".repeat(20_000),
          "a".repeat(64) + "%F0%9F%92%A9");

  @LocalServerPort int port;
  Api api;

  @BeforeEach
  void makeCampaign() {
    api = new Api(port);
    api.put(WORKSPACE, "{}");
    assertThat(api.put(WORKSPACE + "/campaigns/c", TestCanvases.small("C")).status())
        .isIn(200, 201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"x\"",
        "7",
        "{\"asOf\":\"yesterday\"}",
        "{\"asOf\":[1]}",
        "{\"asOf\":{}}",
        "{\"asOf\":true}",
        "{\"asOf\":\"${1+1}\"}",
        "{\"asOf\":\"+999999999-12-31T23:59:59Z\"}",
        "{\"asOf\":\"-999999999-01-01T00:00:00Z\"}",
        "{\"asOf\":\"9999-01-01T00:00:00Z\"}",
        "{\"asOf\":1e99999999999}",
        "{\"seed\":\"x\"}",
        "{\"seed\":1.5}",
        "{\"seed\":1e999999}",
        "{\"seed\":1e99999999999}",
        "{\"seed\":99999999999999999999}",
        "{\"seed\":[]}",
        "{\"seed\":NaN}",
        "{\"colour\":1}",
        "{\"asOf\":\"2024-01-01T00:00:00Z\",\"asOf\":1}"
      })
  void refusesBodiesOfStartAndDryRunThatMakeNoSense(String body) {
    for (String action : List.of("start", "dry-run")) {
      assertRefused(api.post(WORKSPACE + "/campaigns/c/" + action, body));
    }
    assertThat(api.get(WORKSPACE + "/campaigns/c/runs").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]", "{\"overdue\":[]}", "{\"overdue\":\"x\"}", "{\"overdue\":{\"g\":\"maybe\"}}",
        "{\"overdue\":{\"g\":0}}", "{\"overdue\":{\"g\":{}}}",
            "{\"overdue\":{\"no-such-node\":\"fire\"}}", "{\"over\":{}}"
      })
  void refusesBodiesOfResumeThatMakeNoSense(String body) {
    api.post(WORKSPACE + "/campaigns/c/start", "{}");

    assertRefused(api.post(WORKSPACE + "/runs/1/resume", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"instant\":7,\"dataVersion\":1}",
        "{\"instant\":\"+999999999-12-31T23:59:59Z\",\"dataVersion\":1}",
        "{\"instant\":\"2024-01-01T00:00:00Z\",\"dataVersion\":1e999999}",
        "{\"instant\":\"2024-01-01T00:00:00Z\",\"dataVersion\":\"x\"}",
        "{\"instant\":\"2024-01-01T00:00:00Z\"}",
        "[]"
      })
  void refusesToCountAtAPinThatMakesNoSense(String pin) {
    String body = "{\"canvas\":" + TestCanvases.small("C") + ",\"pin\":" + pin + "}";

    assertRefused(api.post(WORKSPACE + "/canvas/counts", body));
  }

  @Test
  void refusesAddressesThatNameNothing() {
    List<String> wrong = new ArrayList<>();
    for (String segment : SEGMENTS) {
      for (String path :
          List.of(
              "/api/workspaces/" + segment + "/campaigns/c",
              WORKSPACE + "/campaigns/" + segment + "/bpmn",
              WORKSPACE + "/campaigns/c/bpmn/" + segment,
              WORKSPACE + "/campaigns/c?version=99999",
              WORKSPACE + "/runs/" + segment + "/members/x/why",
              WORKSPACE + "/runs/1/nodes/" + segment + "/ports/out/members",
              WORKSPACE + "/runs/1/nodes/t/ports/" + segment + "/members",
              WORKSPACE + "/runs/1/nodes/t/ports/out/members?limit=0x",
              WORKSPACE + "/dry-runs/" + segment)) {
        String answer = RawHttp.send(port, RawHttp.request("GET", path, "localhost", ""));
        if (!answer.startsWith("HTTP/1.1 4") || !answer.contains("application/problem+json")) {
          wrong.add(
              path.substring(0, Math.min(200, path.length()))
                  + ": "
                  + answer.lines().limit(1).toList());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void keepsNoCampaignUnderAHostileKey() {
    List<String> wrong = new ArrayList<>();
    for (String segment : SEGMENTS) {
      String path = WORKSPACE + "/campaigns/" + segment;
      String canvas = TestCanvases.small("C");
      String answer = RawHttp.send(port, RawHttp.request("PUT", path, "localhost", canvas));
      boolean isKey =
          List.of(
                  "%F0%9F%92%A9",
                  "%E5%90%8D",
                  "%2F",
                  "%5C",
                  "%25",
                  "'",
                  "%24%7B1+1%7D",
                  "%23%7Bx%7D",
                  "99999999999999999999",
                  "-1",
                  "NaN",
                  "%2F..%2F..")
              .contains(segment);
      if (!answer.startsWith(isKey ? "HTTP/1.1 201" : "HTTP/1.1 4")) {
        wrong.add(path + ": " + answer);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png"})
  void refusesCanvasesOfOtherContentTypesHoweverLong(String type) {
    byte[] large = "x".repeat(10 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (String path : List.of("/campaigns/c", "/campaigns/new")) {
      Answer answer = api.send("PUT", WORKSPACE + path, type, BodyPublishers.ofByteArray(large));

      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
  }

  @Test
  void refusesABodyWithoutContentType() {
    Answer answer =
        api.send("PUT", WORKSPACE + "/campaigns/c", null, BodyPublishers.ofString("{}"));

    assertThat(answer.status()).isEqualTo(415);
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.json().path("detail").asText()).isNotBlank();
    assertThat(LibraryWords.in(answer.json().path("detail").asText())).isEmpty();
  }
}
