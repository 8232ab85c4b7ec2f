package io.sluice.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Odd values in every field of the bodies that are kept: told with the field, in plain words. */
@EngineTest
@Tag("any-database")
class OddBodiesTest {
  private static final List<String> VALUES =
      List.of(
          "true",
          "-1",
          "1.5",
          "1e300",
          "2147483647",
          "9223372036854775807",
          "99999999999999999999",
          "\"\"",
          "\"" + "x".repeat(100) + "\"",
          "\"" + "x".repeat(30_000) + "\"",
          "\"a\\u0000b\"",
          "\"+12345-01-01T00:00:00Z\"",
          "\"0001-01-01T00:00:00Z\"",
          "\"0001-01-01\"",
          "[]",
          "[null]",
          "[\"\"]",
          "[\"" + "x".repeat(30_000) + "\"]",
          "[{}]",
          "{}",
          "{\"x\":1}");

  /** A sound body by its address; single quotes stand for double ones. */
  private static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("PUT approval", "{'required':false}"),
          Map.entry("PUT attributes/size", "{'label':'S','type':'choice','choices':['a']}"),
          Map.entry("PUT campaigns/c/budget", "{'limit':1}"),
          Map.entry("PUT campaigns/c/analysis-window", "{'days':5}"),
          Map.entry("PUT campaigns/c/schedule", "{'at':'2999-01-01T00:00:00Z','grace':'PT1H'}"),
          Map.entry("POST campaigns/c/dry-run", "{'asOf':'2026-01-01T00:00:00Z','seed':1}"),
          Map.entry("POST campaigns/c/start", "{'asOf':'2026-01-01T00:00:00Z','seed':1}"),
          Map.entry("PUT code-pools/p", "{'name':'P','unitCost':1,'validUntil':null}"),
          Map.entry(
              "PUT coupon-batches/b",
              "{'name':'B','kind':'percent','value':5,'maxDeduction':1,'threshold':1,'stock':5,"
                  + "'perPerson':1,'validFrom':null,'validUntil':null,'validDays':5,"
                  + "'products':['x'],'stores':['y'],'expectedOrder':1,'expectedShare':1}"),
          Map.entry(
              "PUT discount-offers/o",
              "{'name':'O','kind':'spend-amount','benefit':'percent','value':5,'maxDiscount':1,"
                  + "'threshold':1,'products':['x'],'categories':['y'],'validFrom':null,"
                  + "'validUntil':null,'quantity':5,'perPerson':1,'expectedCost':1}"),
          Map.entry("PUT discount-offers/o/uses/o1", "{'member':'m','quantity':1}"),
          Map.entry(
              "POST members/m/price",
              "{'lines':[{'product':'x','category':'y','quantity':1,'unitPrice':1}],'shipping':1}"),
          Map.entry("PUT points-accounts/a", "{'name':'A','pointCost':1}"),
          Map.entry("PUT points-accounts/a/earning", "{'points':1,'per':1,'from':null}"),
          Map.entry("PUT prices", "{'currency':'EUR','prices':[{'channel':'sms','unitPrice':1}]}"),
          Map.entry("PUT members/m", "{'profile':{'name':'N','level':1,'birth_date':null}}"),
          Map.entry("PUT segments/s", "{'name':'S','rule':{'all':[]}}"),
          Map.entry("POST tags/t/members", "{'add':['m'],'expiresAt':null}"),
          Map.entry("POST blacklists/points/members", "{'add':['m'],'at':null}"));

  @LocalServerPort int port;

  @Test
  void tellsTheFieldOfABodyThatIsOdd() {
    Shop shop = Shop.create(new Api(port));
    shop.put("members/m", "{}");
    shop.put("campaigns/c", TestCanvases.small("C"));
    List.of("PUT points-accounts/a", "PUT coupon-batches/b", "PUT discount-offers/o")
        .forEach(address -> send(shop, address, SOUND.get(address).replace('\'', '"')));
    List<String> wrong = new ArrayList<>();
    SOUND.forEach((address, body) -> oddOnes(shop, address, body.replace('\'', '"'), wrong));
    assertThat(wrong).isEmpty();
  }

  private void oddOnes(Shop shop, String address, String sound, List<String> wrong) {
    JsonNode body = Mutation.json(sound);
    body.fieldNames()
        .forEachRemaining(
            field -> {
              for (String value : VALUES) {
                ObjectNode odd = body.deepCopy();
                odd.set(field, Mutation.json(value));
                judge(address, field, value, send(shop, address, odd.toString()), wrong);
              }
            });
  }

  private void judge(
      String address, String field, String value, Answer answer, List<String> wrong) {
    boolean refused = answer.status() >= 400;
    if (answer.status() >= 500
        || answer.text().contains("value-not-storable")
        || refused && !LibraryWords.in(answer.json().path("detail").asText()).isEmpty()
        || answer.status() == 400 && !answer.text().contains(field)) {
      String shown = value.length() > 40 ? value.substring(0, 40) : value;
      wrong.add("%s %s = %s: %s".formatted(address, field, shown, answer));
    }
  }

  private Answer send(Shop shop, String address, String body) {
    String[] parts = address.split(" ");
    String path = shop.address() + "/" + parts[1];
    return parts[0].equals("PUT") ? shop.api().put(path, body) : shop.api().post(path, body);
  }
}
