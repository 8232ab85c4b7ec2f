package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the ledger says after a run, and what the other side got.
 *
 * @param people in the ledger
 * @param received people who got the message
 * @param doubled people who got it more than once
 * @param neverSent people who did not get it
 * @param notListed those of them whom the ledger lists neither as unknown nor as failed
 * @param lostAnswers messages that were taken without an answer
 * @param units what the ledger says that was used
 * @param cost what the ledger says that was spent
 */
record SendingOutcome(
    int people,
    int received,
    int doubled,
    int neverSent,
    int notListed,
    int unknown,
    int lostAnswers,
    long units,
    BigDecimal cost) {

  static SendingOutcome read(TestDatabase database, long run, ReceivingGateway gateway)
      throws SQLException {
    Map<String, Integer> copies = gateway.copies();
    Map<String, String> outcomes = new TreeMap<>();
    long units = 0;
    BigDecimal cost = BigDecimal.ZERO;
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select m.phone, l.outcome, l.units, l.cost from message l join member m"
                    + " on m.workspace_id = l.workspace_id and m.id = l.member_id"
                    + " where l.run_id = "
                    + run)) {
      while (rows.next()) {
        outcomes.put(rows.getString(1), rows.getString(2));
        units += rows.getLong(3);
        cost = cost.add(rows.getBigDecimal(4));
      }
    }
    return new SendingOutcome(
        outcomes.size(),
        copies.size(),
        (int) copies.values().stream().filter(times -> times > 1).count(),
        (int) outcomes.keySet().stream().filter(one -> !copies.containsKey(one)).count(),
        (int)
            outcomes.entrySet().stream()
                .filter(one -> !copies.containsKey(one.getKey()))
                .filter(one -> !one.getValue().matches("unknown|failed"))
                .count(),
        (int) outcomes.values().stream().filter("unknown"::equals).count(),
        gateway.lostAnswers(),
        units,
        cost);
  }

  /**
   * @param node as the run shows it
   */
  void assertNobodyDoubledOrLost(int expected, JsonNode node) {
    assertThat(people).isEqualTo(expected);
    assertThat(doubled).as("people with two copies").isZero();
    assertThat(notListed).as("people who got nothing and are listed as done").isZero();
    int sum = 0;
    for (String port : new String[] {"done", "failed", "suppressed", "unknown"}) {
      sum += node.at("/ports/" + port).asInt();
    }
    assertThat(sum).as("people at the ports").isEqualTo(expected);
  }

  /** Budget and balance say what the ledger says. */
  void assertPaid(JsonNode budget, JsonNode balance, int toppedUp) {
    assertThat(budget.get("spent").decimalValue()).isEqualByComparingTo(cost);
    assertThat(balance.get("units").asLong()).isEqualTo(toppedUp - units);
  }
}
