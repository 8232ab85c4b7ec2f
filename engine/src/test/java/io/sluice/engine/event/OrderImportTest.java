package io.sluice.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class OrderImportTest {
  private static final String HEADER = "member,order,paid_at,product,items,amount\n";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    Shop other = Shop.create(shop.api());
    for (Shop each : List.of(other, shop)) {
      each.put("members/a", "{}");
      each.put("members/b", "{}");
    }
    other.imports().run("orders/import", HEADER + "a,1,2026-01-01,Tea,9,900\n");
  }

  String summary() {
    JsonNode totals = shop.get("orders/summary").json();
    return "%s members %s orders %s items %s"
        .formatted(
            totals.path("members").asText(),
            totals.path("orders").asText(),
            totals.path("items").asText(),
            totals.path("amount").decimalValue().toPlainString());
  }

  @Test
  void sumsTheLinesOfAnOrderWhereverTheyStandInTheFile() {
    JsonNode state =
        shop.imports()
            .run(
                "orders/import",
                HEADER
                    + "a,1,2026-01-01,Tea,1,10.10\n"
                    + "b,2,2026-01-02,Tea,1,5\n"
                    + "a,1,,Tea,2,20.20\n"
                    + "a,1,,Cup,1,0.7\n");

    assertThat(state.path("created").asInt()).as(state.toString()).isEqualTo(4);
    assertThat(summary()).isEqualTo("2 members 2 orders 5 items 36.0");
  }

  @Test
  void updatesALineAndTheTotalsWithIt() {
    String file = HEADER + "a,1,2026-01-01,Tea,1,10\na,1,,Tea,2,20\n";
    shop.imports().run("orders/import", file);

    JsonNode state = shop.imports().run("orders/import", file.replace("2,20", "3,30"));

    assertThat(state.path("updated").asInt()).isEqualTo(1);
    assertThat(state.path("unchanged").asInt()).isEqualTo(1);
    assertThat(summary()).isEqualTo("1 members 1 orders 4 items 40.0");
  }

  @Test
  void registersMadeMembersAtTheirFirstOrderHoweverTheRowsAreSorted() {
    JsonNode state =
        shop.imports()
            .run(
                "orders/import?createMembers=true",
                HEADER + "new,1,2026-03-01,T,1,1\nnew,2,2026-01-01,T,1,1\n");
    shop.imports().run("orders/import", HEADER + "new,3,2025-12-01,T,1,1\n");

    assertThat(state.path("broken").asInt()).isZero();
    JsonNode member = shop.get("members/new").json();
    assertThat(member.path("madeFromOrders").asBoolean()).isTrue();
    assertThat(member.at("/profile/registered_at").asText()).isEqualTo("2025-11-30T16:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody,9,2026-01-01,Tea,1,1   | member  | createMembers",
        "b,1,2026-01-01,Tea,1,1        | order   | another member",
        "a,9,,Tea,1,1                  | paid_at | no instant",
        "a,9,01.02.2026,Tea,1,1        | paid_at | no instant",
        "a,9,2026-13-01,Tea,1,1        | paid_at | no instant",
        "a,9,2026-01-01,Tea,1.5,1      | items   | whole number",
        "a,9,2026-01-01,Tea,-1,1       | items   | out of range",
        "a,9,2026-01-01,Tea,1,\"1,000\"| amount  | no number",
        "a,9,2026-01-01,Tea,1,1.00001  | amount  | decimals",
        "a,9,2026-01-01,Tea,1,         | amount  | missing",
        ",9,2026-01-01,Tea,1,1         | member  | missing",
      })
  void leavesOutWhatCannotBeAndSaysWhy(String row, String field, String words) {
    JsonNode state =
        shop.imports().run("orders/import", HEADER + "a,1,2026-01-01,Tea,1,1\n" + row + "\n");

    assertThat(state.path("created").asInt()).isEqualTo(1);
    assertThat(state.path("broken").asInt()).isEqualTo(1);
    assertThat(shop.imports().errors(state).get(0))
        .startsWith("3,\"" + field + "\"")
        .contains(words);
  }

  @Test
  void tellsLinesApartByTheirOwnKeys() {
    String header = "member,order,paid_at,line,amount\n";
    JsonNode state =
        shop.imports().run("orders/import", header + "a,1,2026-01-01,x,1\na,1,,y,2\na,1,,x,3\n");

    assertThat(state.path("broken").asInt()).isEqualTo(1);
    assertThat(summary()).isEqualTo("1 members 1 orders 2 items 3.0");
  }
}
