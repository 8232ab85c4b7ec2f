package io.sluice.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class EventImportTest {
  private static final String HEADER =
      "event,member,type,at,product,category,property:page,property:seconds\n";

  @LocalServerPort int port;
  Shop shop;
  Shop other;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    other = Shop.create(shop.api());
    for (Shop each : List.of(other, shop)) {
      each.put("members/a", "{}");
      each.put("members/b", "{}");
    }
    other.imports().run("events/import", HEADER + "e1,a,opened,2026-01-09,,,x,9\n");
  }

  @Test
  void keepsWhatAMemberDidWithTheNewestFirst() {
    shop.imports()
        .run(
            "events/import",
            HEADER
                + "e1,a,viewed,2026-01-01 08:00:00,Tea,Drinks,home,1.50\n"
                + "e2,a,app-active,2026-01-02T00:00:00Z,,,,\n"
                + "e3,b,viewed,2026-01-03,Tea,Drinks,007,\n");

    assertThat(shop.get("members/a/events").text())
        .isEqualTo(
            """
            {'events':[{'event':'e2','type':'app-active','at':'2026-01-02T00:00:00Z'},\
            {'event':'e1','type':'viewed','at':'2026-01-01T00:00:00Z','product':'Tea',\
            'category':'Drinks','properties':{'page':'home','seconds':1.5}}]}"""
                .replace('\'', '"'));
    assertThat(shop.get("members/b/events").text()).contains("\"page\":\"007\"");
    assertThat(shop.get("events/summary").text())
        .startsWith("[{\"type\":\"app-active\",\"members\":1,\"events\":1,")
        .contains("{\"type\":\"viewed\",\"members\":2,\"events\":2,");
  }

  @Test
  void showsEventsInPagesThatShareNoneAndLoseNone() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 7; i++) {
      file.append("e%d,a,viewed,2026-01-0%d,,,,\n".formatted(i, 1 + i / 3));
    }
    shop.imports().run("events/import", file.toString());

    StringBuilder seen = new StringBuilder();
    String before = "";
    while (before != null) {
      JsonNode page = shop.get("members/a/events?limit=2" + before).json();
      page.path("events").forEach(event -> seen.append(event.path("event").asText()).append(' '));
      before = page.has("next") ? "&before=" + page.path("next").asText() : null;
    }

    assertThat(seen.toString()).isEqualTo("e6 e5 e4 e3 e2 e1 e0 ");
  }

  @Test
  void takesTheSameEventOnce() {
    String file =
        HEADER + "e1,a,viewed,2026-01-01,Tea,,home,7\ne1,a,viewed,2026-01-01,Tea,,home,7\n";
    JsonNode first = shop.imports().run("events/import", file);
    JsonNode again = shop.imports().run("events/import", file);

    assertThat(first.path("created").asInt()).isEqualTo(1);
    assertThat(first.path("unchanged").asInt()).isEqualTo(1);
    assertThat(again.path("created").asInt()).isZero();
    assertThat(again.path("unchanged").asInt()).isEqualTo(2);
    assertThat(shop.get("members/a/events").json().path("events")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e9,nobody,viewed,2026-01-01,,,,   | member | import the member first",
        "e1,b,viewed,2026-01-01,,,,        | event  | says something else",
        "e1,a,viewed,2026-01-01,,,other,   | event  | says something else",
        "e9,a,viewed,2026-13-01,,,,        | at     | no instant",
        "e9,a,viewed,,,,,                  | at     | missing",
        "e9,a,,2026-01-01,,,,              | type   | missing",
        ",a,viewed,2026-01-01,,,,          | event  | missing",
      })
  void leavesOutWhatCannotBeAndSaysWhy(String row, String field, String words) {
    JsonNode state =
        shop.imports()
            .run("events/import", HEADER + "e1,a,viewed,2026-01-01,,,home,\n" + row + "\n");

    assertThat(state.path("created").asInt()).isEqualTo(1);
    assertThat(state.path("broken").asInt()).isEqualTo(1);
    assertThat(shop.imports().errors(state).get(0))
        .startsWith("3,\"" + field + "\"")
        .contains(words);
  }

  @Test
  void forgetsWhatAnErasedMemberDid() {
    shop.imports()
        .run(
            "events/import",
            HEADER + "e1,a,viewed,2026-01-01,,,home,\ne2,b,viewed,2026-01-01,,,home,\n");

    shop.delete("members/a");

    assertThat(shop.get("events/summary").json().at("/0/events").asInt()).isEqualTo(1);
    assertThat(shop.get("members/b/events").json().path("events")).hasSize(1);
    assertThat(other.get("members/a/events").json().path("events")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "members/nobody/events, unknown-member",
    "members/a/events?limit=0, bad-page",
    "members/a/events?before=nothing, bad-page",
  })
  void refusesPagesThatThereAreNot(String path, String code) {
    assertThat(shop.get(path).code()).isEqualTo(code);
  }
}
