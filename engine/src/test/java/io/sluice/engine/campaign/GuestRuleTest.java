package io.sluice.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the check says of imported lists. */
@EngineTest
@Tag("any-database")
class GuestRuleTest {
  private static final String SMS =
      "{'purpose':'service','text':'Code {{ list.%s }}','signature':'【Shop】'}";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void aListOfPhones() {
    shop = Shop.create(new Api(port));
    shop.imports().run("lists/fair/import?consentBasis=fair", "phone,code\n13800000003,A\n");
    Shop other = Shop.create(shop.api());
    other.imports().run("lists/mail/import?consentBasis=x", "email\na@x.example\n");
  }

  private Journey from(String list) {
    return Journey.in(shop, "c").node("list", "import-list", "{'list':'%s'}".formatted(list));
  }

  private List<String> problems(Journey journey) {
    List<String> said = new ArrayList<>();
    for (JsonNode problem : journey.saveDraft().json().path("problems")) {
      said.add(
          String.join(
              " ",
              problem.path("nodeId").asText(),
              problem.path("field").asText(),
              problem.path("code").asText()));
    }
    return said;
  }

  private List<String> problemsOfSms(Journey journey) {
    return problems(journey.node("m", "sms", SMS.formatted("code")).arrow("list", "m"));
  }

  @Test
  void isContentWithAListThatLeadsToItsChannel() {
    assertThat(problemsOfSms(from("fair"))).isEmpty();
  }

  @Test
  void namesAListThatOnlyAnotherWorkspaceHas() {
    assertThat(problemsOfSms(from("mail"))).contains("list list unknown-list");
  }

  @Test
  void namesAnEmptyList() {
    shop.imports().run("lists/empty/import?consentBasis=x", "phone,code\nbroken,B\n");

    assertThat(problemsOfSms(from("empty"))).containsExactly("list list empty-list");
  }

  @Test
  void namesAMessageOfAnotherChannel() {
    Journey journey =
        from("fair")
            .node("m", "email", "{'purpose':'service','subject':'Hi','text':'Hi'}")
            .arrow("list", "m");

    assertThat(problems(journey)).containsExactly("m  list-of-other-channel");
  }

  @Test
  void namesNodesThatAreForMembersOnly() {
    Journey journey =
        from("fair")
            .node("t", "tag", "{'tag':'x','action':'add'}")
            .node("w", "webhook", "{'url':'https://x.example','body':'{}'}")
            .arrow("list", "t")
            .arrow("list", "w");

    assertThat(problems(journey)).contains("t  guests-not-accepted", "w  guests-not-accepted");
  }

  @Test
  void letsMembersBehindAConditionGoWhereGuestsMayNot() {
    Journey journey =
        from("fair")
            .node("f", "filter", "{'rule':{'profile':'level','op':'is','value':3}}")
            .node("t", "tag", "{'tag':'x','action':'add'}")
            .arrow("list", "f")
            .arrow("f", "t");

    assertThat(problems(journey)).containsExactly("f  guests-meet-no-rule");
  }

  @Test
  void namesAColumnThatTheListDoesNotHave() {
    Journey journey = from("fair").node("m", "sms", SMS.formatted("kode")).arrow("list", "m");

    assertThat(problems(journey)).containsExactly("m text unknown-placeholder");
  }

  @Test
  void namesAColumnWhereNoListLeads() {
    Journey journey = Journey.in(shop, "c").node("list", "target-group", "{'who':'everyone'}");

    assertThat(problemsOfSms(journey)).containsExactly("m text unknown-placeholder");
  }

  @Test
  void namesAnAnalysisOfGuests() {
    Journey journey =
        from("fair")
            .node("m", "sms", SMS.formatted("code"))
            .arrow("list", "m")
            .node("watch", "analysis", "{}")
            .arrow("m", "watch");

    assertThat(problems(journey)).containsExactly("watch  guests-not-accepted");
  }
}
