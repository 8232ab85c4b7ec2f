package io.sluice.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class ProblemAdviceTest {
  @LocalServerPort int port;
  Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                        | malformed-json | body",
        "[]                       | wrong-type     | ``",
        "{\"name\":[]}            | wrong-type     | /name",
        "{\"nme\":\"x\"}          | unknown-field  | /nme",
        "{\"timeZone\":\"Mars\"}  | unknown-time-zone | /timeZone",
        "{\"name\":\"a\\u0000b\"} | bad-text       | /name",
        "{\"name\":\"\\ud800\"}   | bad-text       | /name",
        "``                       | no-body        | body",
      })
  void namesTheFieldOfABadBody(String body, String code, String field) {
    Answer answer = api.put("/api/workspaces/problems", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @Test
  void refusesJsonThatIsNestedTooDeep() {
    Answer answer = api.put("/api/workspaces/problems", "{\"name\":" + "[".repeat(5000));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void refusesABodyPastTheLimitWithoutReadingItToTheEnd() {
    String huge = "{\"name\":\"" + "x".repeat(17 << 20) + "\"}";

    Answer answer = api.put("/api/workspaces/problems", huge);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("body-too-long");
  }

  @Test
  void namesTheStatusOfWhatSpringReports() {
    assertThat(api.get("/api/no-such-thing").code()).isEqualTo("not-found");
    assertThat(api.delete("/api/workspaces").code()).isEqualTo("method-not-allowed");
    assertThat(api.send("PUT", "/api/workspaces/x", "text/x", BodyPublishers.ofString("hi")).code())
        .isEqualTo("unsupported-media-type");
  }

  @Test
  void tellsAnUnknownWorkspace() {
    Answer answer = api.get("/api/workspaces/nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("unknown-workspace");
  }

  @Test
  void keepsHostileKeysAsPlainValues() {
    for (String key : new String[] {"a/b", "'; drop table workspace; --", "${1+1}", "100%", "名"}) {
      assertThat(api.put("/api/workspaces/" + Api.encode(key), "{}").status()).isEqualTo(201);
      assertThat(api.get("/api/workspaces/" + Api.encode(key)).json().path("key").asText())
          .isEqualTo(key);
    }
  }
}
