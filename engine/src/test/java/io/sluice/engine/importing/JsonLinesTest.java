package io.sluice.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Members, orders and events line by line over HTTP. */
@EngineTest
class JsonLinesTest {
  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("attributes/hobbies", "{'type':'multi-choice','choices':['tea','go']}");
    shop.put("members/a", "{}");
  }

  private Answer post(String kindAndQuery, String lines) {
    return shop.api()
        .send(
            "POST",
            shop.address() + "/" + kindAndQuery,
            "application/x-ndjson",
            BodyPublishers.ofString(lines.replace('\'', '"')));
  }

  @Test
  void takesMembersWithAttributesAndConsents() {
    Answer answer =
        post(
            "members?consentBasis=opt-in",
            """
            {'member':'m1','name':'Ada','level':3,'attributes':{'hobbies':['tea','go']},'consents':{'sms':true}}

            {'member':'a','name':null,'level':4}
            """);

    assertThat(answer.text())
        .isEqualTo("{\"created\":1,\"updated\":1,\"unchanged\":0,\"errors\":[]}");
    JsonNode member = shop.get("members/m1").json();
    assertThat(member.at("/profile/level").asInt()).isEqualTo(3);
    assertThat(member.at("/attributes/hobbies")).hasSize(2);
    assertThat(member.at("/consents/0/channel").asText()).isEqualTo("sms");
  }

  @Test
  void takesOrdersOnceHoweverOftenTheyAreSent() {
    String lines =
        """
        {'order':'o1','member':'new','paid_at':'2026-01-01T00:00:00Z','product':'Tea','items':2,'amount':9007199254740.9931}
        {'order':'o1','member':'new','product':'Tea','amount':0.1}
        """;
    post("orders?createMembers=true", lines);

    assertThat(post("orders?createMembers=true", lines).json().path("unchanged").asInt())
        .isEqualTo(2);
    assertThat(shop.get("orders/summary").text()).contains("\"amount\":9007199254741.0931");
  }

  @Test
  void takesEventsAndTellsWhatIsWrongByLine() {
    Answer answer =
        post(
            "events",
            """
            {'event':'e1','member':'a','type':'viewed','at':'2026-01-01T00:00:00Z','properties':{'seconds':7,'page':'home'}}
            {'event':'e2','member':'a','type':'viewed','at':'2026-01-01T00:00:00Z','colour':'red'}
            {'event':'e3','member':'a','type':'viewed'}
            {'event':'e4','member':'nobody','type':'viewed','at':'2026-01-01'}
            {'event':'e5',
            {'event':'e6','member':'a','type':'viewed','at':{'day':1}}
            {'event':'e7','event':'e8'}
            [1]
            {'event':'e9','member':'a','type':'viewed','at':'2026-01-02','properties':{'seconds':1e999999999}}
            """);

    JsonNode json = answer.json();
    assertThat(json.path("created").asInt()).as(answer.text()).isEqualTo(2);
    assertThat(json.path("errors").findValuesAsText("line"))
        .containsExactly("2", "3", "4", "5", "6", "7", "8");
    assertThat(json.path("errors").findValuesAsText("field"))
        .containsExactly("colour", "at", "member", "", "at", "", "");
    assertThat(shop.get("members/a/events").text()).contains("\"seconds\":7");
  }

  @Test
  void tellsAFieldThatNoLineHasLineByLine() {
    JsonNode json = post("events", "{'event':'e1'}\n{'event':'e2'}\n").json();

    assertThat(json.path("errors").findValuesAsText("line")).contains("1", "2");
    assertThat(json.path("errors").findValuesAsText("field")).contains("member", "type", "at");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "events?createMembers=true | 400 | no-members-from-events",
        "events?nonsense=1         | 400 | bad-options",
        "segments                  | 405 | method-not-allowed",
      })
  void refusesOptionsThatDoNotFit(String path, int status, String code) {
    Answer answer = post(path, "{'event':'e1'}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void answersHostileLinesWithWhatIsWrong() {
    Answer answer =
        post(
            "events",
            """
            {'\\ud800':1}
            {'\\ud800':1,'\\ud800':2}
            {'event':'\\u0000','member':'\\udfff','type':'\\u0007','at':'\\ud800'}
            """
                + "[".repeat(100_000));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("errors").findValuesAsText("line")).contains("1", "2", "3", "4");
  }

  @Test
  void refusesMoreLinesThanItTakesAtOnce() {
    Answer answer = post("events", "{}\n".repeat(JsonLines.MOST_LINES + 1));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("too-many-lines");
  }
}
