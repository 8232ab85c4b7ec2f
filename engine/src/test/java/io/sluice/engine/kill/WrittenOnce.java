package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the database, without a server, whether runs of the same journey each wrote what they should
 * exactly once. In a run everybody who gets a coupon, which costs 5, gets 30 points and pays 20.
 */
final class WrittenOnce {
  private final Connection connection;

  WrittenOnce(Connection connection) {
    this.connection = connection;
  }

  /** A cause names run, cohort and node: a finished run has one for each node that writes. */
  void assertOnePerRun(String table, long nodes) throws SQLException {
    assertThat(nodes).as("nodes that write to " + table).isPositive();
    List<String> causes = texts("select cause from " + table + " where cause like 'run/%'");
    assertThat(causes)
        .as(table)
        .doesNotHaveDuplicates()
        .hasSize((int) (number("select count(*) from run") * nodes));
  }

  void assertRewardsAddUp() throws SQLException {
    long runs = number("select count(*) from run");
    long people = number("select count(distinct member_id) from coupon");
    assertThat(people).isPositive();
    assertThat(number("select count(*) from coupon")).isEqualTo(runs * people);
    assertThat(number("select count(distinct stock_number) from coupon")).isEqualTo(runs * people);
    assertThat(number("select max(stock_number) from coupon")).isEqualTo(runs * people);
    assertThat(number("select next_stock from coupon_batch")).isEqualTo(runs * people + 1);
    assertThat(number("select cast(sum(amount) as bigint) from budget_entry where kind = 'commit'"))
        .isEqualTo(runs * people * 5);
    assertThat(number("select sum(points) from points_entry")).isEqualTo(runs * people * 10);
    assertThat(texts("select distinct sum(points) from points_entry group by member_id"))
        .containsExactly(Long.toString(runs * 10));
    assertThat(number("select count(*) from attribute_text where content = 'red'"))
        .isEqualTo(people);
    assertThat(
            number(
                "select count(*) from (select member_id, count(*) from coupon"
                    + " group by member_id having count(*) <> "
                    + runs
                    + ") uneven"))
        .isZero();
  }

  private long number(String query) throws SQLException {
    return Long.parseLong(texts(query).get(0));
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
