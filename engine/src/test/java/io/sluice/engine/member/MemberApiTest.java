package io.sluice.engine.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class MemberApiTest {
  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("attributes/colour", "{'type':'choice','choices':['red','blue']}");
    shop.put("attributes/hobbies", "{'type':'multi-choice','choices':['tea','go','zen']}");
    shop.put("attributes/spent", "{'type':'number'}");
    shop.put("attributes/wedding", "{'type':'date'}");
    shop.put("attributes/vip", "{'type':'boolean','origin':'platform'}");
    shop.put("attributes/note", "{'type':'text','label':'备注'}");
  }

  @Test
  void givesBackWhatWasPut() {
    Answer put =
        shop.put(
            "members/m1",
            """
            {'profile':{'name':'王芳','phone':'+86 138-0000 0000','birth_date':'2000-02-29','level':3},
             'attributes':{'colour':'red','hobbies':['zen','tea'],'spent':12.50,'wedding':'2020-05-20',
                           'vip':true,'note':'说'},
             'consents':[{'channel':'sms','granted':true,'basis':'opt-in','source':'form'}]}
            """);

    JsonNode member = shop.get("members/m1").json();
    assertThat(put.status()).isEqualTo(201);
    assertThat(member.at("/profile/phone").asText()).isEqualTo("+8613800000000");
    assertThat(member.at("/profile/birth_date").asText()).isEqualTo("2000-02-29");
    assertThat(member.at("/attributes").toString())
        .isEqualTo(
            "{\"colour\":\"red\",\"hobbies\":[\"tea\",\"zen\"],\"note\":\"说\",\"spent\":12.5,"
                + "\"vip\":true,\"wedding\":\"2020-05-20\"}");
    assertThat(member.at("/consents/0/basis").asText()).isEqualTo("opt-in");
  }

  @Test
  void changesOnlyWhatIsNamedAndClearsByNull() {
    shop.put("members/m1", "{'profile':{'city':'Hangzhou','level':3},'attributes':{'spent':1}}");

    Answer put = shop.put("members/m1", "{'profile':{'level':null},'attributes':{'spent':2}}");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json().at("/profile/city").asText()).isEqualTo("Hangzhou");
    assertThat(put.json().at("/profile/level").isMissingNode()).isTrue();
    assertThat(put.json().at("/attributes/spent").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'profile':{'level':'high'}}                 | /profile/level",
        "{'profile':{'level':2.5}}                    | /profile/level",
        "{'profile':{'level':1e999999999}}            | /profile/level",
        "{'profile':{'birth_date':'2001-02-29'}}      | /profile/birth_date",
        "{'profile':{'email':'nobody'}}               | /profile/email",
        "{'profile':{'phone':'12'}}                   | /profile/phone",
        "{'profile':{'status':'asleep'}}              | /profile/status",
        "{'profile':{'status':null}}                  | /profile/status",
        "{'profile':{'shoe_size':40}}                 | /profile/shoe_size",
        "{'profile':{'name':['a']}}                   | /profile/name",
        "{'profile':{'name':'a\\u0000b'}}             | /profile/name",
        "{'attributes':{'colour':'green'}}            | /attributes/colour",
        "{'attributes':{'nope':1}}                    | /attributes/nope",
        "{'consents':[{'granted':true,'basis':'x'}]}  | /consents/0/channel",
        "{'consents':[{'channel':'sms','granted':true}]} | /consents/0/basis",
        "{'consents':[null]}                          | /consents/0",
      })
  void namesEveryValueThatCannotBeTaken(String body, String field) {
    Answer answer = shop.put("members/m1", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().at("/problems/0/field").asText()).isEqualTo(field);
    assertThat(shop.get("members/m1").status()).isEqualTo(404);
  }

  @Test
  void leavesNothingOfAnErasedPersonAndTakesTheKeyAnew() {
    shop.put("members/m1", "{'profile':{'name':'Ann'},'attributes':{'note':'x'}}");
    int id = shop.get("members/m1").json().path("id").asInt();

    assertThat(shop.delete("members/m1").status()).isEqualTo(204);

    assertThat(shop.get("members/m1").status()).isEqualTo(404);
    assertThat(shop.delete("members/m1").status()).isEqualTo(404);
    JsonNode anew = shop.put("members/m1", "{}").json();
    assertThat(anew.path("id").asInt()).isNotEqualTo(id);
    assertThat(anew.path("profile").has("name")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table member; --",
        "${1+1}",
        "a/b\\c",
        "%00",
        "名字",
        "\"quoted\"",
        "x y",
        "😀",
        "<script>alert(1)</script>"
      })
  void keepsHostileKeysAsPlainValues(String key) {
    String path = "members/" + Api.encode(key);

    assertThat(shop.api().put(shop.address() + "/" + path, "{}").status()).isEqualTo(201);
    assertThat(shop.get(path).json().path("key").asText()).isEqualTo(key);
  }

  @Test
  void refusesKeysThatCannotBeKept() {
    assertThat(shop.put("members/" + "x".repeat(201), "{}").status()).isEqualTo(400);
    assertThat(shop.put("members/a%0Ab", "{}").status()).isEqualTo(400);
    assertThat(shop.put("members/a%00b", "{}").status()).isEqualTo(400);
    assertThat(shop.get("members/a%00b").status()).isEqualTo(400);
  }

  @Test
  void keepsTheTypeAndTheUsedChoicesOfAnAttribute() {
    shop.put("members/m1", "{'attributes':{'colour':'red'}}");

    assertThat(shop.put("attributes/colour", "{'type':'text'}").code()).isEqualTo("type-differs");
    assertThat(shop.put("attributes/colour", "{'type':'choice','choices':['blue']}").code())
        .isEqualTo("choice-in-use");
    assertThat(
            shop.put("attributes/colour", "{'type':'choice','choices':['red','green']}").status())
        .isEqualTo(200);
    assertThat(shop.put("attributes/9", "{'type':'text'}").status()).isEqualTo(400);
    assertThat(shop.put("attributes/x", "{'type':'instant'}").status()).isEqualTo(400);
    assertThat(shop.put("attributes/x", "{'type':'choice'}").code()).isEqualTo("bad-choices");
  }

  @Test
  void keepsEveryConsentAndCountsTheLatest() {
    String consents = "{'consents':[{'channel':'sms','granted':%s,'basis':'form','at':'%s'}]}";
    shop.put("members/m1", consents.formatted(true, "2026-01-01T00:00:00Z"));
    shop.put("members/m1", consents.formatted(false, "2026-03-01T00:00:00Z"));
    // Late news of an earlier day, and the same news twice.
    shop.put("members/m1", consents.formatted(true, "2026-02-01T00:00:00Z"));
    JsonNode all = shop.put("members/m1", consents.formatted(true, "2026-02-01T00:00:00Z")).json();

    assertThat(all.path("consents")).hasSize(3);
    assertThat(all.at("/consents/2/granted").asBoolean()).isFalse();
    assertThat(all.at("/consents/2/superseded").asBoolean()).isFalse();
    assertThat(all.at("/consents/0/superseded").asBoolean()).isTrue();
    assertThat(all.at("/consents/1/superseded").asBoolean()).isTrue();
  }
}
