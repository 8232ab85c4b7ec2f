package io.sluice.engine.reward.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Offers that nodes mark people for and that a shop asks about, over HTTP. */
@EngineTest
class OfferRunTest {
  @LocalServerPort int port;
  private Shop shop;

  @BeforeEach
  void threePeopleAndAnOtherShopWithTheSameIds() {
    shop = people(Shop.create(new Api(port)));
    Shop other = people(Shop.create(new Api(port)));
    other.put(
        "discount-offers/forty",
        "{'name':'Other','kind':'spend-amount'," + "'benefit':'money','value':99}");
    other.post("discount-offers/forty/members", "{'add':['a','b','c']}");
    offer("forty", "'kind':'spend-amount','benefit':'money','value':40");
  }

  private static Shop people(Shop shop) {
    StringBuilder csv = new StringBuilder("member,registered_at\na,2020-01-01\nb,2020-01-01\n");
    csv.append("c,2020-01-01\n");
    for (int i = 0; i < 40; i++) {
      csv.append("m%d,2020-01-01\n".formatted(i));
    }
    shop.imports().run("members/import", csv.toString());
    return shop;
  }

  private void offer(String key, String settings) {
    Answer answer = shop.put("discount-offers/" + key, "{'name':'" + key + "'," + settings + "}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private void mark(String offer, String members) {
    assertThat(
            shop.post("discount-offers/" + offer + "/members", "{'add':" + members + "}").status())
        .isEqualTo(200);
  }

  private Journey journey(String key, String config) {
    return Journey.in(shop, key)
        .node("who", "target-group", "{'who':'segment','segment':'" + key + "'}")
        .node("mark", "discount-mark", config)
        .node("marked", "filter", "{'rule':{'mark':'forty'}}")
        .node("yes", "tag", "{'tag':'" + key + "','action':'add'}")
        .arrow("who", "mark")
        .arrow("mark", "marked")
        .arrow("marked", "yes");
  }

  private void segment(String key, String members) {
    shop.put("segments/" + key, "{'rule':{'member':" + members + "}}");
  }

  private List<String> marked(String query) {
    List<String> keys = new ArrayList<>();
    shop.get("discount-offers/forty/members" + query)
        .json()
        .path("members")
        .forEach(member -> keys.add(member.path("key").asText()));
    return keys;
  }

  private static int in(JsonNode nodes, String node) {
    return Journey.nodeOf(nodes, node).path("in").asInt();
  }

  @Test
  void marksAddUpOverRunsAndCanBeTakenBack() {
    segment("first", "['a','b']");
    segment("second", "['b','c']");
    Journey first = journey("first", "{'offer':'forty'}");
    JsonNode forecast = first.dryRun("{}").path("result").path("nodes");
    JsonNode run = first.finished(first.start("{}"));

    assertThat(in(forecast, "yes")).isEqualTo(2);
    assertThat(Journey.nodeOf(forecast, "mark").path("cost").decimalValue())
        .isEqualByComparingTo("80");
    assertThat(in(run.path("nodes"), "yes")).isEqualTo(2);

    Journey second = journey("second", "{'offer':'forty'}");
    second.dryRun("{}");
    long number = second.finished(second.start("{}")).path("id").asLong();

    assertThat(marked("")).containsExactly("a", "b", "c");
    assertThat(marked("?asOf=2020-06-01T00:00:00Z")).isEmpty();
    JsonNode reverted = shop.post("runs/" + number + "/nodes/mark/revert", "{}").json();
    assertThat(reverted.path("members").asInt()).isEqualTo(1);
    assertThat(reverted.path("keys").toString()).isEqualTo("[\"b\"]");
    assertThat(marked("")).containsExactly("a", "b");
    assertThat(shop.post("runs/" + number + "/nodes/mark/revert", "{}").status()).isEqualTo(409);
  }

  @Test
  void marksWhoHadNoRewardOfTheGroupUntilTheMarkEnds() {
    segment("group", "['a','b']");
    Journey journey = journey("group", "{'offer':'forty','group':'once','expiresAfter':'P3D'}");
    JsonNode forecast = journey.dryRun("{}").path("result").path("nodes");
    long first = journey.finished(journey.start("{}")).path("id").asLong();
    JsonNode again = journey.finished(journey.start("{}")).path("nodes");

    assertThat(in(forecast, "yes")).isEqualTo(2);
    assertThat(Journey.nodeOf(again, "mark").path("ports").path("suppressed").asInt()).isEqualTo(2);
    JsonNode offers = shop.get("members/a/discount-offers").json();
    assertThat(offers.path(0).path("offer").path("key").asText()).isEqualTo("forty");
    assertThat(offers.path(0).path("markedUntil").asText()).isNotEmpty();
    assertThat(shop.get("members/c/discount-offers").json()).isEmpty();

    shop.post("runs/" + first + "/nodes/mark/revert", "{}");
    assertThat(shop.get("members/a/discount-offers").json()).isEmpty();
    assertThat(in(journey.finished(journey.start("{}")).path("nodes"), "yes")).isEqualTo(2);
  }

  @Test
  void pricesACartWithTheBestOfferForTheOrderAndAllForItems() {
    offer("special", "'kind':'special-price','value':80,'products':['a'],'quantity':1");
    offer("percent", "'kind':'spend-amount','benefit':'percent','value':10");
    offer("ten", "'kind':'spend-amount','benefit':'money','value':10");
    offer("not-mine", "'kind':'spend-amount','benefit':'money','value':100");
    for (String key : List.of("special", "forty", "percent", "ten")) {
      mark(key, "['a']");
    }
    String cart = "{'lines':[{'product':'a','quantity':3,'unitPrice':100}]}";

    JsonNode priced = shop.post("members/a/price", cart).json();

    assertThat(priced.path("subtotal").decimalValue()).isEqualByComparingTo("280");
    assertThat(priced.path("total").decimalValue()).isEqualByComparingTo("240");
    assertThat(priced.path("applied").findValuesAsText("offer"))
        .containsExactly("special", "forty");
    assertThat(priced.path("notApplied").findValuesAsText("code"))
        .containsExactly("better-offer", "better-offer");
    assertThat(shop.post("members/b/price", cart).json().path("total").decimalValue())
        .isEqualByComparingTo("300");
  }

  @Test
  void isNeverOversoldAndTakesEachOrderOnce() throws Exception {
    offer("rare", "'kind':'special-price','value':1,'products':['a'],'quantity':25,'perPerson':1");
    mark("rare", IntStream.range(0, 40).mapToObj(i -> "'m" + i + "'").toList().toString());

    ExecutorService people = Executors.newFixedThreadPool(16);
    List<Future<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      int member = i % 40;
      answers.add(people.submit(() -> use("rare", "order-" + member, "m" + member, 1)));
    }
    List<String> used = new ArrayList<>();
    for (Future<Answer> answer : answers) {
      if (answer.get().status() == 200) {
        used.add(answer.get().json().path("order").asText());
      } else {
        assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(409);
      }
    }
    people.shutdown();

    assertThat(used.stream().distinct()).hasSize(25);
    assertThat(shop.get("discount-offers/rare").json().path("used").asInt()).isEqualTo(25);
  }

  private Answer use(String offer, String order, String member, int quantity) {
    return shop.put(
        "discount-offers/" + offer + "/uses/" + order,
        "{'member':'" + member + "','quantity':" + quantity + "}");
  }

  @Test
  void givesBackWhatACancelledOrderUsed() {
    offer("two", "'kind':'special-price','value':1,'products':['a'],'quantity':2");
    mark("two", "['a','b']");

    assertThat(use("two", "o1", "c", 1).json().path("code").asText()).isEqualTo("not-marked");
    assertThat(use("two", "o1", "a", 2).status()).isEqualTo(200);
    assertThat(use("two", "o1", "a", 1).json().path("code").asText())
        .isEqualTo("order-used-otherwise");
    assertThat(use("two", "o2", "b", 1).json().path("code").asText()).isEqualTo("out-of-stock");
    assertThat(shop.get("members/a/discount-offers").json()).isEmpty();
    Answer other =
        shop.put(
            "discount-offers/two",
            "{'name':'Two','kind':'spend-items','benefit':'percent','value':5}");
    assertThat(other.code()).isEqualTo("offer-used");
    assertThat(other.json().path("field").asText()).isEqualTo("/kind");
    assertThat(shop.delete("discount-offers/two/uses/o1").json().path("left").asInt()).isEqualTo(2);
    assertThat(shop.delete("discount-offers/two/uses/o1").json().path("left").asInt()).isEqualTo(2);
    assertThat(use("two", "o2", "b", 1).status()).isEqualTo(200);
    assertThat(use("two", "o1", "a", 1).status()).isEqualTo(200);
  }

  @Test
  void refusesOffersThatMakeNoSense() {
    assertThat(field("{'name':'x','kind':'free'}")).isEqualTo("/kind");
    assertThat(field("{'name':'x','kind':'spend-items','benefit':'percent','value':101}"))
        .isEqualTo("/value");
    assertThat(field("{'name':'x','kind':'limited-time','benefit':'money','value':1}"))
        .isEqualTo("/validUntil");
    assertThat(field("{'name':'x','kind':'special-price','value':1}")).isEqualTo("/products");
    assertThat(field("{'name':'x','kind':'spend-items','benefit':'gift'}")).isEqualTo("/gift");
  }

  private String field(String offer) {
    return shop.put("discount-offers/bad", offer).json().path("field").asText();
  }

  @Test
  void refusesRulesOnOffersThatAreNotThere() {
    assertThat(shop.put("segments/wrong", "{'rule':{'mark':'nothing','op':'has-not'}}").text())
        .contains("forty");
  }
}
