package io.sluice.engine.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The gateways that the documents show can be configured, by secrets that nobody sees. */
@EngineTest
@TestPropertySource(
    properties = {
      "sluice.secrets.smtp-main=t0p-secret",
      "sluice.secrets.sms-token=t0p-secret",
      "sluice.secrets.hook-key=t0p-secret"
    })
@Tag("any-database")
class GatewayDocumentTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^```json\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void makeShop() {
    shop = Shop.create(new Api(port));
  }

  @Test
  void examplesCanBeConfigured() throws IOException {
    List<String> examples = examples();

    assertThat(examples).hasSizeGreaterThan(5);
    for (int i = 0; i < examples.size(); i++) {
      Answer answer = shop.put("gateways/example-" + i, examples.get(i));
      assertThat(answer.status()).as(examples.get(i) + answer.text()).isEqualTo(201);
    }
    assertThat(shop.get("gateways").text()).contains("smtp-main").doesNotContain("t0p-secret");
  }

  @Test
  void secretsThatAreNotThereAreTold() {
    Answer answer =
        shop.put(
            "gateways/mail",
            "{'kind':'smtp','channel':'email','settings':"
                + "{'host':'smtp.example.com','from':'a','user':'u','passwordSecret':'gone'}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("problems").findValuesAsText("field"))
        .containsExactly("/settings/from", "/settings/passwordSecret");
    assertThat(answer.text()).contains("sluice.secrets.gone");
  }

  @Test
  void problemsOfHttpSettingsAreAllTold() {
    Answer answer =
        shop.put(
            "gateways/sms",
            "{'kind':'http','channel':'sms','settings':{'url':'ftp://x','headers':{'Host':'a'},"
                + "'body':{'to':'{{ phone }}'},'deduplicates':'PT1H','callSize':7,"
                + "'safeStatuses':[404],'answer':{'reference':'id'}}}");

    assertThat(answer.json().path("problems").findValuesAsText("field"))
        .containsExactlyInAnyOrder(
            "/settings/url",
            "/settings/headers/Host",
            "/settings/body",
            "/settings/callSize",
            "/settings/deduplicates",
            "/settings/answer/reference",
            "/settings/safeStatuses");
  }

  @Test
  void closedTargetsAreToldAtOnceWhereTheyShow() {
    for (String url : List.of("http://127.0.0.1:9000/a", "https://localhost/", "http://[::1]/")) {
      Answer answer =
          shop.put(
              "gateways/hook",
              "{'kind':'http','channel':'webhook','settings':{'url':'" + url + "'}}");
      assertThat(answer.status()).as(url).isEqualTo(400);
      assertThat(answer.text()).contains("/settings/url", "sluice.outbound.allowed");
    }
  }

  @Test
  void mailServersCarryMailOnly() {
    Answer answer =
        shop.put(
            "gateways/mail",
            "{'kind':'smtp','channel':'sms','settings':{'host':'x.example','from':'a@x.example'}}");

    assertThat(answer.json().path("problems").findValuesAsText("field"))
        .containsExactly("/channel");
  }

  private static List<String> examples() throws IOException {
    String page = Files.readString(Path.of("../docs/gateways.md"));
    return EXAMPLE
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .map(GatewayDocumentTest::json)
        .toList();
  }

  private static String json(String block) {
    return block.replace("```json", "").replace("```", "");
  }
}
