package io.sluice.engine.segment;

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

/** Rules that marketers write, on the bounds where they turn. The shop is in Asia/Shanghai. */
@EngineTest
@Tag("any-database")
class WorkedRulesTest {
  private static final String NOW = "2026-06-10T12:00:00Z";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(shop.api());
    for (Shop each : new Shop[] {other, shop}) {
      each.imports()
          .run(
              "members/import",
              """
              member,registered_at
              a,2020-01-01
              b,2020-01-01
              c,2020-01-01
              d,2020-01-01
              """);
    }
    // In the other shop everybody did everything.
    events(other, "a viewed 4, b viewed 4, c viewed 4, d viewed 4");
    events(other, "a added-to-cart 4, b added-to-cart 4, c added-to-cart 4, d added-to-cart 4");
  }

  /** Members, types and how often, each an hour after the other up to the instant of the rule. */
  private static void events(Shop shop, String what) {
    StringBuilder file = new StringBuilder("event,member,type,at\n");
    for (String each : what.split(", ")) {
      String[] parts = each.split(" ");
      for (int i = 0; i < Integer.parseInt(parts[2]); i++) {
        file.append(
            "%s-%s-%d,%s,%s,2026-06-10T%02d:00:00Z\n"
                .formatted(parts[0], parts[1], i, parts[0], parts[1], 12 - i));
      }
    }
    shop.imports().run("events/import", file.toString());
  }

  private String matching(String rule) {
    shop.put("segments/s", "{'rule':" + rule + "}");
    StringBuilder keys = new StringBuilder();
    JsonNode members = shop.get("segments/s/members?asOf=" + NOW).json().path("members");
    members.forEach(member -> keys.append(member.path("key").asText()).append(' '));
    return keys.toString().strip();
  }

  @Test
  void threeViewsAndACartInSevenDays() {
    events(
        shop,
        "a viewed 3, a added-to-cart 1, b viewed 3, c viewed 2, c added-to-cart 1, d viewed 2,"
            + " d added-to-cart 1");
    // The third view of d is a second too old.
    shop.imports()
        .run("events/import", "event,member,type,at\nold,d,viewed,2026-06-03T12:00:00Z\n");

    assertThat(
            matching(
                """
                {'all':[
                  {'events':'count','type':'viewed','op':'at-least','value':3,'window':{'last':'P7D'}},
                  {'events':'done','type':'added-to-cart','window':{'last':'P7D'}}]}
                """))
        .isEqualTo("a");
  }

  @Test
  void spentFiveHundredInThirtyDays() {
    shop.imports()
        .run(
            "orders/import",
            """
            member,order,paid_at,amount
            a,1,2026-06-01,499.99
            b,2,2026-06-01,400
            b,3,2026-06-09,100.00
            c,4,2026-05-11T12:00:00Z,500
            d,5,2026-05-11T12:00:01Z,500
            """);

    assertThat(matching("{'orders':'sum','op':'at-least','value':500,'window':{'last':'P30D'}}"))
        .isEqualTo("b d");
  }

  @Test
  void atMostOneOrderThisQuarterIncludesNone() {
    shop.imports()
        .run(
            "orders/import",
            """
            member,order,paid_at,amount
            a,1,2026-04-01T00:00:00+08:00,1
            b,2,2026-04-01T00:00:00+08:00,1
            b,3,2026-06-01,1
            c,4,2026-03-31T23:59:59+08:00,1
            c,5,2026-04-02,1
            """);

    assertThat(
            matching(
                "{'orders':'count','op':'at-most','value':1,'window':{'calendar':'this-quarter'}}"))
        .isEqualTo("a c d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'done','type':'viewed'                                               | a b c",
        "'not-done','type':'viewed'                                           | d",
        "'not-done','type':'viewed','window':{'calendar':'this-week'}         | c d",
        "'done','type':'viewed','window':{'calendar':'last-week'}             | b c",
        "'done','type':['viewed','enquired'],'window':{'calendar':'today'}    | a d",
        "'done','type':'viewed','window':{'calendar':'last-month'}            | ``",
        "'done','type':'viewed','window':{'from':'2026-06-08','to':'2026-06-08'} | b",
        "'count','type':'viewed','op':'at-most','value':1                     | a c d",
        "'count','type':'viewed','op':'is','value':2,'where':{'product':'tea'} | b",
        "'done','type':'viewed','where':{'category':['food','drinks']}        | c",
        "'done','type':'viewed','where':{'properties':[{'property':'seconds','op':'at-least','value':30}]} | a",
        "'done','type':'viewed','where':{'properties':[{'property':'page','op':'is-not','value':'home'}]}  | b c",
        "'sum','type':'viewed','property':'seconds','op':'at-most','value':9  | b c d",
        "'average','type':'viewed','property':'seconds','op':'is','value':30  | a",
        "'first','type':'viewed','op':'before','value':'2026-06-07T16:00:00Z' | b c",
        "'last','type':'viewed','op':'after','value':'2026-06-07T16:00:00Z'   | a",
        "'days-since-last','type':'viewed','op':'at-least','value':3          | c",
        "'days-since-first','type':'viewed','op':'is','value':0               | a",
      })
  void asksWhatPeopleDid(String events, String members) {
    shop.imports()
        .run(
            "events/import",
            """
            event,member,type,at,product,category,property:seconds,property:page
            1,a,viewed,2026-06-10T12:00:00Z,,,30,home
            2,b,viewed,2026-06-07T15:59:59Z,tea,,,
            3,b,viewed,2026-06-07T16:00:00Z,tea,,9,shop
            4,c,viewed,2026-06-05T00:00:00Z,cup,drinks,,home2
            5,d,enquired,2026-06-10T00:00:00Z,,,,
            6,d,viewed,2026-06-10T12:00:01Z,,,99,
            """);

    assertThat(matching("{'events':" + events + "}")).isEqualTo(members);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'done'                                   | /rule          | missing-field",
        "'done','type':[]                         | /rule/type     | empty-list",
        "'items','type':'x','op':'is','value':1   | /rule/events   | unknown-value",
        "'done','type':'x','op':'is','value':1    | /rule/op       | unknown-field",
        "'sum','type':'x','op':'is','value':1     | /rule          | missing-field",
        "'count','type':'x','op':'is','value':1,'property':'y' | /rule/property | unknown-field",
        "'done','type':'x','where':{'status':'paid'} | /rule/where/status | unknown-field",
        "'done','type':'x','where':{'properties':[{'property':'p','op':'is','value':true}]} | /rule/where/properties/0/value | wrong-type",
        "'done','type':'x','where':{'properties':{}} | /rule/where/properties | wrong-type",
        "'done','type':'x','window':{'since':'entering'} | /rule/window/since | no-run",
      })
  void namesWhatIsWrongWithAConditionOnEvents(String events, String place, String code) {
    JsonNode problem =
        shop.put("segments/s", "{'rule':{'events':" + events + "}}").json().at("/problems/0");

    assertThat(problem.path("field").asText()).as(problem.toString()).isEqualTo(place);
    assertThat(problem.path("code").asText()).isEqualTo(code);
  }
}
