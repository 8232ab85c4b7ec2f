package io.sluice.engine.delivery.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class ComposerTest {
  private static final Links LINKS = new NumberedLinks();

  @LocalServerPort int port;
  @Autowired Composer composer;
  @Autowired Workspaces workspaces;
  Shop shop;
  Workspace workspace;

  /** Links of 17 characters that tell whose they are. */
  private record NumberedLinks() implements Links {
    @Override
    public String click(int member, String target) {
      return "https://l.ex/c/%02d".formatted(member);
    }

    @Override
    public String unsubscribe(int member) {
      return "https://l.ex/u/%02d".formatted(member);
    }

    @Override
    public String open(int member) {
      return "https://l.ex/o/%02d".formatted(member);
    }
  }

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(new Api(port));
    shop.put("attributes/shoe_size", "{'type':'number'}");
    shop.put("attributes/likes", "{'type':'multi-choice','choices':['tea','coffee']}");
    for (int i = 0; i < 3; i++) {
      shop.put(
          "members/m" + i,
          "{'profile':{'name':'Ann %d','phone':'1380000000%d','email':'a%d@x.example'}}"
              .formatted(i, i, i));
      other.put("members/m" + i, "{'profile':{'name':'Bob','phone':'1390000000%d'}}".formatted(i));
    }
    workspace = workspaces.find(shop.key()).orElseThrow();
  }

  private Composition sms(String text) {
    return compose("sms", Map.of("text", text));
  }

  private Composition compose(String channel, Map<String, String> content) {
    Variant variant =
        new Variant(channel, Optional.empty(), Optional.empty(), Optional.empty(), true, content);
    Message message =
        new Message(Purpose.MARKETING, AtNight.HOLD, false, Optional.empty(), List.of(variant));
    return composer.prepare(workspace, message, 0);
  }

  private static List<String> texts(Composition composition) {
    return composition.compose(Audience.of(0, 1, 2), LINKS).stream()
        .map(composed -> composed.content().get("text"))
        .toList();
  }

  @Test
  void putsSignatureTextAndOptOutTogether() {
    Composition composition =
        compose("sms", Map.of("signature", "Shop", "text", "Hello. ", "opt-out", "拒收请回复R"));

    Composed first = composition.compose(Audience.of(0, 2), LINKS).get(0);
    assertThat(first.content()).isEqualTo(Map.of("text", "【Shop】Hello. 拒收请回复R"));
    assertThat(first.address()).isEqualTo("13800000000");
    assertThat(first.units()).isEqualTo(1);
    assertThat(compose("sms", Map.of("signature", "[S]", "text", "a")).units(Audience.of(0)))
        .isEqualTo(1);
  }

  @Test
  void keepsLatinWordsAndLinksApartWhereThePartsOfAnSmsMeet() {
    String link = "{{ 'https://shop.example/' | link }}";
    Map<String, String> parts =
        Map.of("signature", "[Shop]", "text", "See " + link, "opt-out", "Reply R to stop");

    assertThat(texts(compose("sms", parts)).get(0))
        .isEqualTo("[Shop] See https://l.ex/c/00 Reply R to stop");
  }

  @Test
  void fillsInWhatIsKnownOfEachPersonAndFallsBack() {
    shop.put(
        "members/m1",
        "{'profile':{'birth_date':'1990-02-03'},'attributes':{'shoe_size':38.5,'likes':['tea','coffee']}}");

    assertThat(
            texts(
                sms(
                    "{{ member.name }}|{{ member.birth_date | date: '%-d.%-m.' }}|"
                        + "{{ member.attributes.shoe_size | default: '?' }}|"
                        + "{{ member.attributes.likes }}")))
        .containsExactly("Ann 0||?|", "Ann 1|3.2.|38.5|coffee, tea", "Ann 2||?|");
  }

  @Test
  void leavesOutWhoHasNoAddressAndWhoIsNotThere() {
    shop.put("members/m1", "{'profile':{'phone':null}}");

    assertThat(sms("Hi").compose(Audience.of(0, 1, 2, 77_000), LINKS))
        .extracting(Composed::member)
        .containsExactly(0, 2);
  }

  @Test
  void makesTheSameContentOnceForEverybody() {
    List<Composed> composed = sms("Hi").compose(Audience.of(0, 1), LINKS);

    assertThat(composed.get(1).content()).isSameAs(composed.get(0).content());
  }

  @Test
  void countsPartsOfTheRenderedText() {
    shop.put("members/m1", "{'profile':{'name':'Ann Long'}}");
    Composition composition = sms("{{ member.name }}" + "中".repeat(65));

    assertThat(composition.units(Audience.of(0, 1, 2))).isEqualTo(1 + 2 + 1);
    assertThat(composition.compose(Audience.of(0, 1, 2), LINKS))
        .extracting(Composed::units)
        .containsExactly(1, 2, 1);
  }

  @Test
  void countsALinkAsLongAsItIs() {
    String text = "中".repeat(46);
    Map<String, String> fits =
        Map.of("text", text + "{{ 'https://shop.example/' | link }}", "opt-out", "拒收请回复R ");
    Map<String, String> tooLong = Map.of("text", text + "a{{ unsubscribe }}", "opt-out", "拒收请回复R ");

    assertThat(compose("sms", fits).compose(Audience.of(1), LINKS).get(0).content().get("text"))
        .isEqualTo(text + "https://l.ex/c/01拒收请回复R ")
        .hasSize(70);
    assertThat(compose("sms", fits).compose(Audience.of(1), LINKS).get(0).units()).isEqualTo(1);
    assertThat(compose("sms", tooLong).compose(Audience.of(1), LINKS).get(0).units()).isEqualTo(2);
  }

  @Test
  void escapesNamesInHtmlButNotInTexts() {
    shop.put("members/m0", "{'profile':{'name':'<script>alert(1)</script>'}}");
    Map<String, String> content =
        compose(
                "email",
                Map.of(
                    "subject", "To {{ member.name }}",
                    "html", "<p title=\"{{ member.name }}\">{{ member.name | upcase }}</p>"))
            .compose(Audience.of(0), LINKS)
            .get(0)
            .content();

    assertThat(content.get("html"))
        .contains("&lt;SCRIPT&gt;ALERT(1)&lt;/SCRIPT&gt;")
        .doesNotContainIgnoringCase("<script");
    assertThat(content.get("subject")).isEqualTo("To <script>alert(1)</script>");
  }

  @Test
  void leadsTheLinksOfAnEmailThroughUs() {
    Map<String, String> content =
        compose(
                "email",
                Map.of(
                    "subject",
                    "S",
                    "html",
                    "<body><a class='x' href='https://shop.example/?a=1&amp;b=2'>Shop</a>"
                        + "<a href=\"{{ unsubscribe }}\">Stop</a><a href=\"#top\">Top</a></body>"))
            .compose(Audience.of(2), LINKS)
            .get(0)
            .content();

    assertThat(content.get("html"))
        .isEqualTo(
            "<body><a class='x' href=\"https://l.ex/c/02\">Shop</a>"
                + "<a href=\"https://l.ex/u/02\">Stop</a><a href=\"#top\">Top</a>"
                + "<img src=\"https://l.ex/o/02\" width=\"1\" height=\"1\" alt=\"\"></body>");
    assertThat(content.get("unsubscribe")).isEqualTo("https://l.ex/u/02");
    assertThat(content.get("recipient")).isEqualTo("Ann 2");
  }

  @Test
  void escapesValuesInAWebhook() {
    shop.put("members/m0", "{'profile':{'name':'A \\\"B\\\" & C'}}");
    Composed composed =
        compose(
                "webhook",
                Map.of(
                    "url", "https://crm.example/{{ member.name }}",
                    "body", "{\"name\":\"{{ member.name }}\"}"))
            .compose(Audience.of(0), LINKS)
            .get(0);

    assertThat(composed.address()).isEqualTo("https://crm.example/A%20%22B%22%20%26%20C");
    assertThat(composed.content().get("body")).isEqualTo("{\"name\":\"A \\\"B\\\" & C\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for i in (1..100000) %}{% for j in (1..100000) %}x{% endfor %}{% endfor %}",
        "{% for i in (1..100000000) %}{% endfor %}",
        "{% assign x = 'xxxxxxxxxx' %}{% for i in (1..900) %}{% assign x = x | append: x %}{% endfor %}",
        "{% assign x = 'aaaaaaaaaa' %}{% for i in (1..900) %}{% assign x = x | replace: 'a', 'aaaaaaaaaa' %}{% endfor %}",
        "{% assign x = 9.5 %}{% for i in (1..900) %}{% assign x = x | times: x %}{% endfor %}"
      })
  void stopsABomb(String bomb) {
    Composition composition = sms(bomb);

    assertThatThrownBy(() -> composition.units(Audience.of(0)))
        .isInstanceOf(NodeFailure.class)
        .hasMessageContaining("shorten its loops");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ member.nick }}",
        "{{ member }}",
        "{{ nobody }}",
        "{% assign m = member %}{{ m.phone }}",
        "{% include 'file' %}",
        "{% capture x %}a{% endcapture %}",
        "{{ 'a' | json }}",
        "{{ member.name",
        "{% if %}{% endif %}"
      })
  void refusesWhatMessagesMayNotUse(String text) {
    assertThatThrownBy(() -> sms(text)).isInstanceOf(NodeFailure.class);
  }

  @Test
  void refusesADeeplyNestedText() {
    String text = "{% if true %}".repeat(20_000) + "{% endif %}".repeat(20_000);

    assertThatThrownBy(() -> sms(text)).isInstanceOf(NodeFailure.class);
  }

  @Test
  void stopsAtABadLinkOfTheTextButNotOfAPerson() {
    assertThatThrownBy(() -> sms("{{ 'shop.example' | link }}").units(Audience.of(0)))
        .hasMessageContaining("'shop.example'");
    assertThat(
            texts(
                sms("{{ member.city | link }}|{{ 'https://x.ex/' | append: member.key | link }}")))
        .startsWith("|https://l.ex/c/00");
  }

  @Test
  void namesAnUnknownPlaceholder() {
    assertThatThrownBy(() -> sms("Hi {{ member.nick }}"))
        .hasMessageContaining("'member.nick'")
        .hasMessageContaining("member.name");
  }

  @Test
  void failsOnNobodysValue() {
    shop.put("members/m0", "{'profile':{'name':'\\uFDD0 {{ 1 }}'}}");

    assertThat(
            texts(
                sms(
                    "{{ member.name }}{{ member.name | divided_by: 0 }}{{ 1 | divided_by: 0 }}"
                        + "{% if member.level > 2 %}x{% endif %}{{ member.name | round: 999999999 | truncate: 3 }}")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("  {{ 1 }}");
  }

  private void approve(String text) {
    shop.put("templates/t", "{'channel':'sms','content':{'text':'" + text + "'}}");
    shop.post("templates/t/submit", "{'by':'Ana'}");
    shop.post("templates/t/approve", "{'by':'Ana'}");
  }

  @Test
  void sendsTheNewestApprovedVersionUnlessOneIsPinned() {
    Variant variant =
        new Variant(
            "sms",
            Optional.empty(),
            Optional.of("t"),
            Optional.empty(),
            true,
            Map.of("signature", "Shop"));
    Message message =
        new Message(Purpose.SERVICE, AtNight.HOLD, false, Optional.empty(), List.of(variant));
    assertThatThrownBy(() -> composer.prepare(workspace, message, 0))
        .hasMessageContaining("no approved template 't'");
    approve("First");
    Message pinned = composer.pinned(workspace, message);
    approve("Second");

    assertThat(texts(composer.prepare(workspace, message, 0))).contains("【Shop】Second");
    assertThat(texts(composer.prepare(workspace, pinned, 0))).contains("【Shop】First");
  }
}
