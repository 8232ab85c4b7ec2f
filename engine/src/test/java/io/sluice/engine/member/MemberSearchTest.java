package io.sluice.engine.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class MemberSearchTest {
  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(shop.api());
    for (Shop each : new Shop[] {other, shop}) {
      each.imports()
          .run(
              "members/import",
              """
              member,name,phone,email
              M1,Ada,13800000001,Ada@Shop.example
              M10,ada m,,
              M2,王芳,+8613800000002,
              n1,Émile,,m1@shop.example
              x1,<img src=x onerror=alert(1)>,,
              x2,50% %d_,,
              """);
    }
    other.put("members/M3", "{'profile':{'name':'Adam','phone':'13800000001'}}");
    shop.put("members/gone", "{'profile':{'name':'Ada','phone':'13800000001'}}");
    shop.delete("members/gone");
  }

  @ParameterizedTest
  @CsvSource({
    "m1, M1 M10",
    "M1, M1 M10",
    "ada, M1 M10",
    "Ada, M1 M10",
    "ADA M, M10",
    "王, M2",
    "m, M1 M10 M2",
    "émile, n1",
    "13800000002, M2",
    "+86 138-0000 0002, M2",
    "ada@shop.EXAMPLE, M1",
    "m1@, ''",
    "<img, x1",
    "50% %, x2",
    "_, ''",
    "%, ''",
    "nobody, ''",
    "'', M1 M10 M2 n1 x1 x2",
  })
  void findsByBeginningsOfKeysAndNamesAndByWholeAddresses(String words, String keys) {
    assertThat(keys(shop.get("members?q=" + Api.encode(words)).json())).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({"m, M1 M10 M2", "a, M1 M10", "'', M1 M10 M2 n1 x1 x2"})
  void showsEachOnceInPages(String words, String keys) {
    StringBuilder seen = new StringBuilder();
    String after = "";
    while (after != null) {
      JsonNode page = shop.get("members?limit=1&q=" + Api.encode(words) + after).json();
      seen.append(keys(page)).append(' ');
      after = page.has("next") ? "&after=" + page.path("next").asText() : null;
    }
    assertThat(seen.toString().strip()).isEqualTo(keys);
  }

  @Test
  void showsWhoWasFoundByTheirKeyBeforeThoseOfThatName() {
    shop.put("members/adamant", "{'profile':{'name':'Zoe'}}");

    assertThat(keys(shop.get("members?q=ada").json())).isEqualTo("adamant M1 M10");
    assertThat(shop.get("members?q=zoe").json().at("/members/0/name").asText()).isEqualTo("Zoe");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, bad-page",
    "after=M1, bad-page",
    "after=key-99999999999, bad-page",
    "q=%00, bad-text",
  })
  void refusesPagesThatThereAreNot(String query, String code) {
    assertThat(shop.get("members?" + query).code()).isEqualTo(code);
  }

  private static String keys(JsonNode page) {
    StringBuilder keys = new StringBuilder();
    page.path("members").forEach(member -> keys.append(member.path("key").asText()).append(' '));
    return keys.toString().strip();
  }
}
