package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Facts that lie exactly on a bound, and just beside it. The shop is in Asia/Shanghai. */
@EngineTest
class RuleBoundsTest {
  private static final AtomicReference<Shop> SHOP = new AtomicReference<>();

  @LocalServerPort int port;
  Shop shop;

  /** One member per fact; the member's key names it. */
  @BeforeEach
  void open() {
    if (SHOP.get() == null) {
      SHOP.set(Shop.create(new Api(port)));
      fill(SHOP.get());
    }
    shop = SHOP.get();
  }

  private static void fill(Shop shop) {
    StringBuilder orders = new StringBuilder("member,order,paid_at,items,amount\n");
    String[][] facts = {
      {"d89", "2026-03-03T12:00:01Z", "499.99"},
      {"d90", "2026-03-03T12:00:00Z", "500.00"},
      {"d90s", "2026-03-02T12:00:01Z", "500.01"},
      {"d91", "2026-03-02T12:00:00Z", "1"},
      {"now", "2026-06-01T12:00:00Z", "1"},
      {"later", "2026-06-01T12:00:01Z", "1"},
      // Midnight in Shanghai is 16:00 UTC of the day before.
      {"april", "2026-03-31T16:00:00Z", "1"},
      {"march", "2026-03-31T15:59:59Z", "1"},
      {"april2", "2026-03-31T16:00:00Z", "1"},
      {"april2", "2026-05-31T16:00:00Z", "1"},
    };
    for (int i = 0; i < facts.length; i++) {
      orders.append("%s,%d,%s,1,%s\n".formatted(facts[i][0], i, facts[i][1], facts[i][2]));
    }
    shop.imports().run("orders/import?createMembers=true", orders.toString());
    shop.imports()
        .run(
            "members/import",
            """
            member,registered_at,birth_date
            b0227,2020-01-01,1990-02-27
            b0228,2020-01-01,1990-02-28
            b0229,2020-01-01,1992-02-29
            b0301,2020-01-01,1990-03-01
            b1231,2020-01-01,1990-12-31
            """);
  }

  private String matching(String rule, String asOf) {
    shop.put("segments/s", "{'rule':" + rule + "}");
    StringBuilder keys = new StringBuilder();
    JsonNode members = shop.get("segments/s/members?asOf=" + asOf).json().path("members");
    members.forEach(member -> keys.append(member.path("key").asText()).append(' '));
    return keys.toString().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'count','op':'at-least','value':1,'window':{'last':'P90D'}      | d89 now april march april2",
        "'count','op':'at-least','value':1,'window':{'last':'PT2160H1S'} | d89 d90 now april march april2",
        "'days-since-last','op':'at-most','value':90   | d89 d90 d90s now april march april2",
        "'days-since-last','op':'at-least','value':91  | d91",
        "'days-since-last','op':'is','value':90        | d90 d90s",
        "'days-since-last','op':'is','value':89.5      | ``",
        "'days-since-first','op':'less-than','value':1 | now",
        "'sum','op':'at-least','value':500             | d90 d90s",
        "'sum','op':'between','value':[499.99,500]     | d89 d90",
        "'largest','op':'more-than','value':500        | d90s",
        "'count','op':'is','value':2                   | april2",
        "'count','op':'at-least','value':1,'window':{'calendar':'this-quarter'} | now april april2",
        "'count','op':'at-least','value':1,'window':{'calendar':'last-quarter'} | d89 d90 d90s d91 march",
        "'count','op':'at-least','value':1,'window':{'calendar':'this-month'}   | now april2",
        "'count','op':'at-least','value':1,'window':{'calendar':'today'}        | now april2",
        "'count','op':'at-least','value':1,'window':{'from':'2026-04-01','to':'2026-04-01'} | april april2",
        "'count','op':'at-least','value':1,'window':{'to':'2026-03-02T12:00:01Z'} | d91",
        "'first','op':'before','value':'2026-03-02T12:00:01Z' | d91",
        "'last','op':'after','value':'2026-05-31T15:59:59Z'   | now april2",
        "'last','op':'after','value':'2026-05-31T16:00:00Z'   | now",
      })
  void countsOrdersOnTheBound(String orders, String members) {
    assertThat(matching("{'orders':" + orders + "}", "2026-06-01T12:00:00Z")).isEqualTo(members);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'orders':'count','op':'at-most','value':1,'window':{'calendar':'this-month'}} | 13",
        "{'orders':'count','op':'is','value':0}                                      | 5",
        "{'orders':'count','op':'less-than','value':1}                               | 5",
        "{'orders':'count','op':'is-not','value':1}                                  | 6",
        "{'orders':'sum','op':'at-most','value':1}                                   | 9",
        "{'orders':'average','op':'at-most','value':1}                               | 5",
      })
  void countsMembersWithoutOrdersWhereTheyBelong(String rule, int count) {
    shop.put("segments/n", "{'rule':" + rule + "}");

    assertThat(shop.get("segments/n?asOf=2026-06-01T12:00:00Z").json().path("count").asInt())
        .as(matching(rule, "2026-06-01T12:00:00Z"))
        .isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0   | 0 | 2027-02-28T02:00:00Z | b0228 b0229",
        "0   | 0 | 2027-03-01T02:00:00Z | b0301",
        "0   | 0 | 2028-02-28T02:00:00Z | b0228",
        "0   | 0 | 2028-02-29T02:00:00Z | b0229",
        "-3  | 3 | 2027-03-02T02:00:00Z | b0227 b0228 b0229 b0301",
        "-2  | 2 | 2027-03-02T02:00:00Z | b0228 b0229 b0301",
        "0   | 1 | 2027-12-31T02:00:00Z | b1231",
        "-1  | 0 | 2028-01-01T02:00:00Z | b1231",
        "1   | 1 | 2027-12-30T02:00:00Z | b1231",
        "0   | 0 | 2026-12-30T16:00:00Z | b1231",
        "0   | 0 | 2026-12-30T15:59:59Z | ``",
        "0 | 365 | 2026-06-01T02:00:00Z | b0227 b0228 b0229 b0301 b1231",
      })
  void findsAnniversariesAcrossLeapDaysAndYears(int from, int to, String asOf, String members) {
    String rule = "{'anniversary':'birth_date','from':%d,'to':%d}".formatted(from, to);

    assertThat(matching(rule, asOf)).isEqualTo(members);
  }
}
