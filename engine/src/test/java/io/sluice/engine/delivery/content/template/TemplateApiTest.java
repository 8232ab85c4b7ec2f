package io.sluice.engine.delivery.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class TemplateApiTest {
  private static final String ANA = "{'by':'Ana','words':'fine'}";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("members/m1", "{'profile':{'name':'Ada','phone':'13800000001'}}");
  }

  private Api.Answer sms(String key, String text) {
    return shop.put(
        "templates/" + key,
        "{'channel':'sms','content':{'signature':'Shop','text':'" + text + "'}}");
  }

  @Test
  void keepsWhoDecidedWhatAndWhy() {
    assertThat(sms("spring", "Hi").status()).isEqualTo(201);
    shop.post("templates/spring/submit", "{'by':'Bob'}");
    JsonNode template = shop.post("templates/spring/approve", ANA).json();

    assertThat(template.at("/versions/0/state").asText()).isEqualTo("approved");
    assertThat(template.at("/decisions/0/step").asText()).isEqualTo("submit");
    assertThat(template.at("/decisions/1/who").asText()).isEqualTo("Ana");
    assertThat(template.at("/decisions/1/words").asText()).isEqualTo("fine");
  }

  @Test
  void neverChangesAnApprovedVersion() {
    sms("spring", "Hi");
    shop.post("templates/spring/submit", ANA);
    shop.post("templates/spring/approve", ANA);
    sms("spring", "Hello");
    sms("spring", "Hello again");

    JsonNode versions = shop.get("templates/spring").json().path("versions");
    assertThat(versions).hasSize(2);
    assertThat(versions.at("/0/content/text").asText()).isEqualTo("Hi");
    assertThat(versions.at("/1/content/text").asText()).isEqualTo("Hello again");
    assertThat(versions.at("/1/state").asText()).isEqualTo("draft");
  }

  @Test
  void letsARejectedVersionBeMendedAndSubmittedAgain() {
    sms("spring", "Hi");
    shop.post("templates/spring/submit", ANA);

    assertThat(sms("spring", "Hello").code()).isEqualTo("template-submitted");
    shop.post("templates/spring/reject", ANA);
    assertThat(sms("spring", "Hello").json().path("version").asInt()).isEqualTo(1);
    assertThat(shop.post("templates/spring/submit", ANA).status()).isEqualTo(200);
    assertThat(shop.get("templates").json().at("/0/state").asText()).isEqualTo("submitted");
  }

  @Test
  void refusesStepsOutOfOrder() {
    sms("spring", "Hi");

    assertThat(shop.post("templates/spring/approve", ANA).code()).isEqualTo("template-state");
    assertThat(shop.post("templates/winter/submit", ANA).code()).isEqualTo("unknown-template");
    assertThat(shop.post("templates/spring/submit", "{'by':' '}").status()).isEqualTo(400);
    assertThat(shop.put("templates/spring", "{'channel':'email','content':{'text':'a'}}").code())
        .isEqualTo("template-channel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'channel':'sms','content':{'text':'{{ member.nick }}'}};/content/text",
        "{'channel':'sms','content':{'text':'{% for i in (1..99999) %}{% endfor %}'}};/content/text",
        "{'channel':'sms','content':{'text':'{{ member.attributes.shoe }}'}};/content/text"
      })
  void namesThePartThatCannotBeUsed(String body, String field) {
    JsonNode problem = shop.put("templates/bad", body).json();

    assertThat(problem.path("code").asText()).isEqualTo("bad-template");
    assertThat(problem.at("/problems/0/field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'channel':'pigeon','content':{'text':'a'}};unknown-channel",
        "{'channel':'sms','content':{'html':'a'}};unknown-part",
        "{'channel':'sms','content':{'text':' '}};no-content",
        "{'channel':'sms'};no-content"
      })
  void refusesWhatIsNoTemplate(String body, String code) {
    assertThat(shop.put("templates/bad", body).code()).isEqualTo(code);
  }

  @Test
  void showsATemplateAsAMemberWouldGetIt() {
    sms("spring", "Hi {{ member.name | upcase }}");
    JsonNode preview = shop.get("templates/spring/preview?member=m1").json();

    assertThat(preview.at("/content/text").asText()).isEqualTo("【Shop】Hi ADA");
    assertThat(preview.path("address").asText()).isEqualTo("13800000001");
    assertThat(preview.path("units").asInt()).isEqualTo(1);
    assertThat(preview.path("characters").asInt()).isEqualTo(12);
    assertThat(shop.get("templates/spring/preview?member=m9").status()).isEqualTo(404);
  }

  @Test
  void showsAnyContentAsAMemberWouldGetIt() {
    String bomb = "{% for i in (1..99999999) %}{% endfor %}";

    assertThat(preview("{{ member.name }}").json().at("/content/text").asText()).isEqualTo("Ada");
    assertThat(preview(bomb).code()).isEqualTo("content-unusable");
    assertThat(preview("{{ nobody }}").json().path("detail").asText()).contains("'nobody'");
    assertThat(
            shop.post(
                    "messages/preview", "{'channel':'sms','member':'m1','content':{'texxt':'Hi'}}")
                .code())
        .isEqualTo("unknown-part");
  }

  @Test
  void refusesAPreviewThatTakesTooLongThoughItsLoopsAreFew() {
    String filters = " | append: x | replace: y, x".repeat(200);
    Api.Answer answer =
        preview(
            "{% assign x = 1 %}{% assign y = 2 %}{% assign part = member.name %}"
                + "{% for i in (1..7) %}{% assign part = part | append: part %}{% endfor %}"
                + "{% assign long = part %}"
                + "{% for i in (1..40) %}{% assign long = long | append: part %}{% endfor %}"
                + "{% for i in (1..900) %}{% assign z = long"
                + filters
                + " %}{% endfor %}");

    assertThat(answer.code()).as(answer.text()).isEqualTo("template-too-slow");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("go round less often");
    assertThat(answer.text()).contains("\"/content");
  }

  private Api.Answer preview(String text) {
    return shop.post(
        "messages/preview", "{'channel':'sms','member':'m1','content':{'text':'" + text + "'}}");
  }
}
