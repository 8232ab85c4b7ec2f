package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class SegmentApiTest {
  private static final String LEVEL_2 = "{'profile':'level','op':'at-least','value':2}";

  @LocalServerPort int port;
  Shop shop;
  Shop other;

  @BeforeEach
  void open() {
    Api api = new Api(port);
    shop = Shop.create(api);
    other = Shop.create(api);
    for (int i = 1; i <= 3; i++) {
      shop.put("members/m" + i, "{'profile':{'level':" + i + "}}");
      other.put("members/m" + i, "{'profile':{'level':" + (4 - i) + "}}");
    }
  }

  @Test
  void countsAndListsADynamicSegment() {
    Answer put = shop.put("segments/high", "{'name':'High','rule':" + LEVEL_2 + "}");
    other.put("segments/high", "{'rule':{'member':['m1']}}");

    assertThat(put.status()).isEqualTo(201);
    assertThat(put.json().path("count").asInt()).isEqualTo(2);
    assertThat(put.json().path("rule").path("profile").asText()).isEqualTo("level");
    JsonNode page = shop.get("segments/high/members?limit=1").json();
    assertThat(page.at("/members/0/key").asText()).isEqualTo("m2");
    String rest = "segments/high/members?after=" + page.path("next").asInt();
    assertThat(shop.get(rest).json().at("/members/0/key").asText()).isEqualTo("m3");
  }

  @Test
  void keepsTheHistoryOfAStaticSegment() {
    String before = shop.put("segments/s", "{'members':['m1','m2']}").json().path("asOf").asText();
    shop.put("segments/s", "{'members':['m3']}");

    assertThat(shop.get("segments/s").json().path("count").asInt()).isEqualTo(1);
    assertThat(shop.get("segments/s?asOf=" + before).json().path("count").asInt()).isEqualTo(2);
    assertThat(shop.delete("segments/s").status()).isEqualTo(204);
    assertThat(shop.get("segments/s").status()).isEqualTo(404);
  }

  @Test
  void namesUnknownMembers() {
    Answer answer = shop.put("segments/s", "{'members':['m1','nope','x\\u0000']}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/field").asText()).isEqualTo("/members/1");
    assertThat(answer.json().at("/problems/1/field").asText()).isEqualTo("/members/2");
  }

  @Test
  void refusesSegmentsThatReferToThemselvesAndDeletionOfOneInUse() {
    shop.put("segments/a", "{'rule':{'all':[]}}");
    shop.put("segments/b", "{'rule':{'none':[{'segment':'a'}]}}");

    assertThat(shop.put("segments/a", "{'rule':{'any':[{'segment':'b'}]}}").code())
        .isEqualTo("cyclic-rule");
    assertThat(shop.put("segments/c", "{'rule':{'segment':'c'}}").code()).isEqualTo("cyclic-rule");
    assertThat(shop.delete("segments/a").code()).isEqualTo("segment-in-use");
    assertThat(shop.put("segments/a", "{'members':[]}").code()).isEqualTo("kind-differs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'rule':{'segment':'nope'}}                             | /rule/segment",
        "{'rule':{'any':[{'all':[]},{'profile':'levl','op':'is','value':1}]}} | /rule/any/1/profile",
        "{'rule':{'profile':'level','op':'contains','value':1}}  | /rule/op",
        "{'rule':{'profile':'level','op':'is','value':'x'}}      | /rule/value",
        "{'rule':{'profile':'level','op':'is','value':1,'z':2}}  | /rule/z",
        "{'rule':[]}                                             | /rule",
        "{'rule':{'orders':'count','op':'is','value':1,'window':{'last':'P3M'}}} | /rule/window/last",
      })
  void namesThePlaceOfWhatIsWrongInARule(String body, String place) {
    Answer answer = shop.put("segments/s", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/field").asText()).as(answer.text()).isEqualTo(place);
  }

  @Test
  void addsRemovesAndListsTags() {
    shop.post("tags/vip/members", "{'add':['m1','m2']}");
    shop.post("tags/vip/members", "{'add':['m3'],'expiresAt':'2100-01-01T00:00:00Z'}");
    shop.delete("tags/vip/members/m1");
    other.post("tags/vip/members", "{'add':['m1']}");

    assertThat(shop.get("tags").text()).isEqualTo("[{\"key\":\"vip\",\"count\":2}]");
    assertThat(shop.get("tags/vip/members").json().path("total").asInt()).isEqualTo(2);
    assertThat(shop.get("members/m2/tags").text()).isEqualTo("[\"vip\"]");
    assertThat(shop.get("members/m1/tags").text()).isEqualTo("[]");
    assertThat(shop.get("tags/vip/members?asOf=2100-01-01T00:00:00Z").json().path("total").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tags/vip/members | {'add':['nope']}                       | unknown-members",
        "tags/vip/members | {'add':['m1'],'remove':['m1']}         | add-and-remove",
        "tags/vip/members | {'add':['m1'],'expiresAt':'2001-01-01T00:00:00Z'} | expired",
        "tags/a%00b/members | {'add':['m1']}                       | bad-request",
      })
  void refusesTagChangesThatMakeNoSense(String path, String body, String code) {
    assertThat(shop.post(path, body).code()).isEqualTo(code);
  }

  @Test
  void answersHostileNamesWithAProblem() {
    for (String path :
        new String[] {
          "segments/a%00b",
          "segments/" + "x".repeat(5000),
          "tags/a%00/members",
          "members/%00/tags",
          "segments/x?asOf=+1000000000-12-31T23:59:59Z",
          "lifecycle?asOf=yesterday",
          "lifecycle?asOf=-1000000000-01-01T00:00:00Z",
          "segments/s/members?limit=0"
        }) {
      assertThat(shop.get(path).status()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void editsTheThresholdsOfTheLifecycle() {
    assertThat(shop.get("lifecycle/thresholds").json().path("silent").asInt()).isEqualTo(180);

    Answer put =
        shop.put(
            "lifecycle/thresholds",
            "{'newFor':'P7D','active':10,'silent':20,'sleeping':30,'aboutToChurn':40,'churned':50}");

    assertThat(put.json().path("silent").asInt()).isEqualTo(20);
    assertThat(shop.get("lifecycle").json().at("/byRegistration/new").asInt()).isEqualTo(3);
    assertThat(
            shop.put(
                    "lifecycle/thresholds",
                    "{'active':10,'silent':10,'sleeping':30,'aboutToChurn':40,'churned':50}")
                .code())
        .isEqualTo("bad-thresholds");
  }
}
