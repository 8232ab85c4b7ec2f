package io.sluice.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the database, without a server, whether runs of the same journey each wrote what they should
 * exactly once. In a run everybody who gets a coupon, which costs 5, gets 30 points and pays 20, is
 * marked for an offer, and gets a code, which costs 2.
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
        .isEqualTo(runs * people * 7);
    assertThat(number("select sum(points) from points_entry")).isEqualTo(runs * people * 10);
    assertThat(texts("select distinct sum(points) from points_entry group by member_id"))
        .containsExactly(Long.toString(runs * 10));
    assertThat(number("select count(*) from attribute_text where content = 'red'"))
        .isEqualTo(people);
    for (String given : List.of("coupon", "benefit_code_given")) {
      assertThat(texts("select distinct count(*) from " + given + " group by member_id"))
          .as(given)
          .containsExactly(Long.toString(runs));
    }
    assertThat(number("select count(distinct serial) from benefit_code_given"))
        .isEqualTo(runs * people);
    assertThat(number("select max(serial) from benefit_code_given")).isEqualTo(runs * people);
    assertThat(number("select next_given from code_pool")).isEqualTo(runs * people + 1);
    assertThat(marked()).hasSize((int) runs).containsOnly(membersWithCoupons());
  }

  /** The members whom each change marked for the offer. */
  private List<Audience> marked() throws SQLException {
    List<Audience> marked = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select audience from set_change join kept_set on kept_set.id = set_change.set_id"
                    + " and kept_set.workspace_id = set_change.workspace_id"
                    + " where kept_set.kind = 'discount_mark'")) {
      while (rows.next()) {
        marked.add(Audience.fromBytes(rows.getBytes(1)));
      }
    }
    return marked;
  }

  private Audience membersWithCoupons() throws SQLException {
    return Audience.collect(
        texts("select distinct member_id from coupon").stream().mapToInt(Integer::parseInt));
  }

  /** How much there is of everything. */
  String figures() throws SQLException {
    return "%d runs of %d people: %d coupons, %d codes, %d changes of points, %d marks; none twice"
        .formatted(
            number("select count(*) from run"),
            number("select count(distinct member_id) from coupon"),
            number("select count(*) from coupon"),
            number("select count(*) from benefit_code_given"),
            number("select count(*) from points_entry"),
            marked().stream().mapToInt(Audience::size).sum());
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
