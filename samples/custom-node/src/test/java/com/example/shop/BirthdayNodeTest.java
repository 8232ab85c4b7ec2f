package com.example.shop;

import static com.example.shop.BirthdayNode.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.BirthdayNode.Settings;
import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import org.junit.jupiter.api.Test;

class BirthdayNodeTest extends NodeTypeContract<Settings> {
  private final NodeTester<Settings> node =
      NodeTester.of(new BirthdayNode())
          .rule(rule(0, 0), 1, 2)
          .rule(rule(1, 7), 3, 4, 5)
          .rule(rule(-3, -1), 6, 7)
          .in(1, 3, 6, 8);

  BirthdayNodeTest() {
    super(new BirthdayNode(), new Settings(7, null), new Settings(30, 0), new Settings(1, 14));
  }

  @Test
  void sortsThoseWhoArriveByTheirBirthday() {
    NodeResult result = node.settings("{\"daysAhead\": 7, \"daysBack\": 3}").run();

    assertThat(result.at(BirthdayNode.TODAY)).isEqualTo(Audience.of(1));
    assertThat(result.at(BirthdayNode.SOON)).isEqualTo(Audience.of(3));
    assertThat(result.at(BirthdayNode.BELATED)).isEqualTo(Audience.of(6));
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(8));
  }

  @Test
  void hasNoPortForLateWishesUnlessAskedTo() {
    NodeResult result = node.settings("{\"daysAhead\": 7}").run();

    assertThat(new BirthdayNode().ports(new Settings(7, null)).outPort(BirthdayNode.BELATED))
        .isEmpty();
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(6, 8));
  }

  @Test
  void asksForTheDaysAhead() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::field)
        .containsExactly("daysAhead");
  }

  @Test
  void looksAtMostTwoMonthsAhead() {
    assertThat(node.settings("{\"daysAhead\": 61}").problems())
        .extracting(Problem::field)
        .containsExactly("daysAhead");
  }
}
