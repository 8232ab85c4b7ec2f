package io.sluice.engine.delivery.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the check of a campaign says of its messages. */
@EngineTest
@Tag("any-database")
class MessageCheckTest {
  private static final String ANA = "{'by':'Ana'}";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
  }

  private static String node(String id, String type, String config) {
    return "{'id':'%s','type':'%s','config':%s}".formatted(id, type, config);
  }

  private static String sms(String id, String text) {
    return node(
        id,
        "sms",
        "{'purpose':'marketing','signature':'S','optOut':'R','text':'%s'}".formatted(text));
  }

  private static String arrow(String source, String target) {
    return "{'id':'%s-%s','source':'%s','sourcePort':'%s','target':'%s'}"
        .formatted(
            source.replace('.', '-'),
            target,
            source.split("\\.")[0],
            source.contains(".") ? source.split("\\.")[1] : "out",
            target);
  }

  /** What the check says of a canvas that begins with everyone, as "node field code". */
  private List<String> problems(List<String> nodes, String... arrows) {
    List<String> all = new ArrayList<>(nodes);
    all.add(node("t", "target-group", "{'who':'everyone'}"));
    String canvas =
        "{'schemaVersion':1,'name':'n','nodes':[%s],'edges':[%s]}"
            .formatted(String.join(",", all), String.join(",", arrows));
    JsonNode answer = shop.put("campaigns/c?draft=true", canvas).json();
    List<String> said = new ArrayList<>();
    for (JsonNode problem : answer.path("problems")) {
      said.add(
          String.join(
              " ",
              problem.path("nodeId").asText(),
              problem.path("field").asText(),
              problem.path("code").asText()));
    }
    return said;
  }

  private List<String> problemsOf(String node) {
    return problems(List.of(node), arrow("t", "m"));
  }

  @Test
  void isContentWithAGoodMessage() {
    assertThat(problemsOf(sms("m", "Hi {{ member.name | default: \\\"you\\\" }}"))).isEmpty();
  }

  @Test
  void namesUnknownPlaceholdersAndBombs() {
    assertThat(problemsOf(sms("m", "{{ member.nick }} {{ point }}")))
        .containsExactly("m text unknown-placeholder", "m text unknown-placeholder");
    assertThat(problemsOf(sms("m", "{% for i in (1..9999999) %}{% endfor %}")))
        .containsExactly("m text template-too-heavy");
    assertThat(problemsOf(sms("m", "{{ member.attributes.shoe }}")))
        .containsExactly("m text unknown-placeholder");
  }

  @Test
  void warnsOfListedWords() {
    shop.put(
        "word-list",
        "{'words':[{'word':'casino','severity':'error'},{'word':'唯一','severity':'off'}]}");

    assertThat(problemsOf(sms("m", "最好的 Casino，唯一")))
        .containsExactly("m text listed-word", "m text listed-word");
    assertThat(shop.get("campaigns/c").status()).isEqualTo(200);
    assertThat(shop.get("word-list").json().toString())
        .contains("{\"word\":\"casino\",\"severity\":\"error\"}");
    assertThat(shop.put("word-list", "{'words':[null]}").status()).isEqualTo(400);
    assertThat(shop.put("word-list", "{'words':[{'word':'a','severity':'b'}]}").code())
        .isEqualTo("unknown-value");
  }

  @Test
  void asksForAnApprovedTemplateOfTheChannel() {
    String node = node("m", "sms", "{'purpose':'marketing','template':'spring','optOut':'R'}");

    assertThat(problemsOf(node)).containsExactly("m template unknown-template");
    shop.put("templates/spring", "{'channel':'sms','content':{'text':'Hi','signature':'S'}}");
    assertThat(problemsOf(node)).containsExactly("m template template-not-approved");
    shop.post("templates/spring/submit", ANA);
    shop.post("templates/spring/approve", ANA);
    assertThat(problemsOf(node)).isEmpty();
    String email = node("m", "email", "{'purpose':'service','template':'spring'}");
    assertThat(problemsOf(email)).containsExactly("m template template-channel");
  }

  @Test
  void asksForAGatewayOfTheChannel() {
    String node = "{'purpose':'service','text':'a','signature':'S','gateway':'%s'}";

    assertThat(problemsOf(node("m", "sms", node.formatted("sandbox-sms")))).isEmpty();
    assertThat(problemsOf(node("m", "sms", node.formatted("sandbox-email"))))
        .containsExactly("m gateway unknown-gateway");
  }

  @Test
  void asksForWhatATemplateLeavesOpen() {
    shop.put("templates/spring", "{'channel':'sms','content':{'text':'Hi'}}");
    shop.post("templates/spring/submit", ANA);
    shop.post("templates/spring/approve", ANA);

    assertThat(problemsOf(node("m", "sms", "{'purpose':'marketing','template':'spring'}")))
        .containsExactly("m signature no-signature", "m optOut no-opt-out");
  }

  @Test
  void warnsOfAMarketingEmailWithoutAWayOut() {
    String node = "{'purpose':'marketing','subject':'S','html':'<p>%s</p>'}";

    assertThat(problemsOf(node("m", "email", node.formatted("Hi"))))
        .containsExactly("m html no-unsubscribe");
    assertThat(problemsOf(node("m", "email", node.formatted("{{ unsubscribe }}")))).isEmpty();
  }

  @Test
  void namesTheMessageOfASmartOne() {
    String node =
        node(
            "m",
            "smart-message",
            "{'purpose':'service','variants':["
                + "{'channel':'sms','text':'a','signature':'S'},"
                + "{'channel':'email','subject':'{{ x }}','text':'a'}]}");

    assertThat(problemsOf(node)).containsExactly("m variants[1].subject unknown-placeholder");
  }

  @Test
  void asksForJsonInAWebhook() {
    String node = "{'url':'https://crm.example/','body':'%s'}";

    assertThat(problemsOf(node("m", "webhook", node.formatted("{a:}"))))
        .containsExactly("m body body-no-json");
    assertThat(
            problemsOf(
                node(
                    "m",
                    "webhook",
                    node.formatted(
                        "{\\\"id\\\":\\\"{{ member.key }}\\\",\\\"l\\\":{{ member.level | default: 0 }}}"))))
        .isEmpty();
  }

  @Test
  void warnsOfMessagesBesideEachOther() {
    List<String> two = List.of(sms("m1", "a"), sms("m2", "b"));
    String filter = node("f", "filter", "{'rule':{'profile':'level','op':'at-least','value':2}}");
    List<String> withFilter = new ArrayList<>(two);
    withFilter.add(filter);

    assertThat(problems(two, arrow("t", "m1"), arrow("t", "m2")))
        .containsExactly("m2  same-readers");
    assertThat(problems(two, arrow("t", "m1"), arrow("m1.failed", "m2"))).isEmpty();
    assertThat(problems(two, arrow("t", "m1"), arrow("m1.done", "m2")))
        .containsExactly("m2  same-readers");
    List<String> withWait = new ArrayList<>(two);
    withWait.add(node("w", "wait", "{'for':'duration','duration':'P3D'}"));
    assertThat(problems(withWait, arrow("t", "m1"), arrow("m1.done", "w"), arrow("w", "m2")))
        .isEmpty();
    assertThat(problems(withFilter, arrow("t", "f"), arrow("f", "m1"), arrow("f.rest", "m2")))
        .isEmpty();
    assertThat(problems(withFilter, arrow("t", "f"), arrow("t", "m2"), arrow("f", "m1")))
        .containsExactly("m1  same-readers");
  }

  @Test
  void saysHowManyGetBothMessagesWherePeopleAreCounted() {
    shop.imports()
        .run(
            "members/import?consentBasis=opt-in",
            """
            member,phone,level,registered_at,consent:sms
            a,13800000001,1,2020-01-01,yes
            b,13800000002,2,2020-01-01,yes
            c,13800000003,3,2020-01-01,yes
            d,13800000004,3,2020-01-01,no
            """);
    String filter = node("f", "filter", "{'rule':{'profile':'level','op':'at-least','value':2}}");
    problems(
        List.of(sms("m1", "a"), sms("m2", "b"), filter),
        arrow("t", "f"),
        arrow("f", "m1"),
        arrow("t", "m2"));
    String canvas = "{\"canvas\":" + shop.get("campaigns/c").text() + "}";

    JsonNode counted =
        shop.api().post(shop.address() + "/canvas/counts", canvas).json().path("problems");

    assertThat(counted).as(counted.toString()).hasSize(1);
    assertThat(counted.at("/0/message/en").asText()).contains("can both reach 2 people");
    String nobody = canvas.replace("\"value\":2", "\"value\":9");
    assertThat(shop.api().post(shop.address() + "/canvas/counts", nobody).json().path("problems"))
        .isEmpty();
  }

  @Test
  void warnsOfMessagesOfOneName() {
    String one = sms("m1", "a").replace("'type'", "'name':'Hello','type'");
    String other = sms("m2", "b").replace("'type'", "'name':'Hello','type'");

    assertThat(problems(List.of(one, other), arrow("t", "m1"), arrow("m1.failed", "m2")))
        .containsExactly("m2 name equal-names");
  }
}
