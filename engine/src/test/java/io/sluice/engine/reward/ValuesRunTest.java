package io.sluice.engine.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Levels and attributes that nodes write, over HTTP; the same in dry run and run. */
@EngineTest
class ValuesRunTest {
  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void threePeopleAtThreeLevels() {
    shop = Shop.create(new Api(port));
    shop.put(
        "attributes/interests",
        "{'label':'Interests','type':'multi-choice','choices':['sports','beauty']}");
    shop.put("attributes/club", "{'label':'Club','type':'choice','choices':['A','B']}");
    shop.imports()
        .run(
            "members/import",
            """
            member,level,attribute:interests,attribute:club,registered_at
            a,1,sports,A,2020-01-01
            b,2,,,2020-01-01
            c,3,beauty,B,2020-01-01
            """);
  }

  private Journey journey(String key, String type, String config, String rule) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("write", type, config)
        .node("if", "filter", "{'rule':" + rule + "}")
        .node("yes", "tag", "{'tag':'" + key + "','action':'add'}")
        .arrow("who", "write")
        .arrow("write", "if")
        .arrow("if", "yes");
  }

  private void passes(Journey journey, int people) {
    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    JsonNode run = journey.finished(journey.start("{}"));

    assertThat(Journey.nodeOf(forecast, "yes").path("in").asInt()).isEqualTo(people);
    assertThat(Journey.nodeOf(run.path("nodes"), "yes").path("in").asInt()).isEqualTo(people);
  }

  private String value(String member, String field) {
    JsonNode json = shop.get("members/" + member).json();
    return json.path(field.equals("level") ? "profile" : "attributes").path(field).toString();
  }

  @Test
  void raisesLevelsAndTheNextFilterSeesIt() {
    passes(
        journey(
            "raise",
            "level",
            "{'level':2,'mode':'raise'}",
            "{'profile':'level','op':'is','value':2}"),
        2);
    assertThat(value("a", "level")).isEqualTo("2");
    assertThat(value("c", "level")).isEqualTo("3");
  }

  @Test
  void forcesLevelsAndTheNextFilterSeesIt() {
    passes(
        journey(
            "force",
            "level",
            "{'level':2,'mode':'force'}",
            "{'profile':'level','op':'is','value':2}"),
        3);
    assertThat(value("c", "level")).isEqualTo("2");
  }

  @Test
  void addsToTheChoices() {
    passes(
        journey(
            "add",
            "attribute",
            "{'attribute':'interests','values':['beauty'],'mode':'add'}",
            "{'attribute':'interests','op':'has-all','value':['sports','beauty']}"),
        1);
    assertThat(value("a", "interests")).isEqualTo("[\"beauty\",\"sports\"]");
    assertThat(value("b", "interests")).isEqualTo("[\"beauty\"]");
  }

  @Test
  void replacesTheChoices() {
    passes(
        journey(
            "replace",
            "attribute",
            "{'attribute':'interests','values':['beauty'],'mode':'overwrite'}",
            "{'attribute':'interests','op':'has-any','value':['sports']}"),
        0);
    assertThat(value("a", "interests")).isEqualTo("[\"beauty\"]");
  }

  @Test
  void fillsInOnlyWhereThereIsNone() {
    passes(
        journey(
            "fill",
            "attribute",
            "{'attribute':'club','values':['B'],'mode':'fill'}",
            "{'attribute':'club','op':'is','value':'B'}"),
        2);
    assertThat(value("a", "club")).isEqualTo("\"A\"");
  }

  @Test
  void takesBackWhatNobodyChangedSince() {
    Journey journey =
        journey(
            "back",
            "level",
            "{'level':9,'mode':'force'}",
            "{'profile':'level','op':'is','value':9}");
    journey.dryRun("{}");
    long run = journey.start("{}");
    journey.finished(run);
    shop.imports().run("members/import", "member,level\nb,5\n");

    JsonNode reverted = shop.post("runs/" + run + "/nodes/write/revert", "{}").json();

    assertThat(reverted.path("members").asInt()).isEqualTo(2);
    assertThat(reverted.path("keys").toString()).isEqualTo("[\"b\"]");
    assertThat(value("a", "level")).isEqualTo("1");
    assertThat(value("b", "level")).isEqualTo("5");
    assertThat(shop.post("runs/" + run + "/nodes/write/revert", "{}").status()).isEqualTo(409);
  }

  private Journey wishes(String key) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'everyone'}")
        .node("level", "level", "{'level':9,'mode':'force'}")
        .node(
            "interests", "attribute", "{'attribute':'interests','values':['sports'],'mode':'add'}")
        .node(
            "sms",
            "sms",
            "{'purpose':'service','text':'{% if member.level == 9 %}"
                + "0123456789".repeat(7)
                + "{% endif %}{{ member.attributes.interests }}','signature':'【Shop】'}")
        .arrow("who", "level");
  }

  @Test
  void countsThePartsOfMessagesByWhatNodesBeforeWouldHaveWritten() {
    for (String member : new String[] {"a", "b", "c"}) {
      shop.put(
          "members/" + member, "{'profile':{'phone':'138000000" + (int) member.charAt(0) + "'}}");
    }
    Journey journey = wishes("wishes").arrow("level", "interests").arrow("interests", "sms");

    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    JsonNode run = journey.finished(journey.start("{}")).path("nodes");

    assertThat(Journey.nodeOf(run, "sms").at("/ports/done").asInt()).isEqualTo(3);
    assertThat(Journey.nodeOf(forecast, "sms").path("units").asInt()).isEqualTo(6);
  }

  @Test
  void refusesToWriteOnAParallelPathWhatAMessageNames() {
    Answer refused = wishes("parallel").arrow("who", "interests").arrow("who", "sms").save();

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("parallel-read")
        .contains("'interests'")
        .contains("'level'");
  }
}
