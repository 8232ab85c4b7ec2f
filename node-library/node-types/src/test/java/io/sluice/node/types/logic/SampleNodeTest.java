package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.node.Audience;
import io.sluice.node.InPort;
import io.sluice.node.OutPort;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.logic.SampleNode.Draw;
import io.sluice.node.types.logic.SampleNode.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleNodeTest extends NodeTypeContract<Settings> {
  SampleNodeTest() {
    super(
        new SampleNode(),
        ratios("0.6", "0.4"),
        ratios("0.25", "0.333333"),
        new Settings(List.of(number("a", 100), number("b", 300)), true));
  }

  private final NodeTester<Settings> node = NodeTester.of(new SampleNode());

  @Test
  void drawsUpToEverybody() {
    assertThat(node.settings(ratios("0.6", "0.4")).problems()).isEmpty();
  }

  @Test
  void refusesToDrawMoreThanEverybody() {
    assertThat(node.settings(ratios("0.6", "0.41")).problems())
        .extracting(Problem::code, problem -> problem.message().en())
        .containsExactly(
            tuple("draws-above-all", "The draws add up to 101 %. Lower them to 100 % or less."));
  }

  @Test
  void halvesAnOddNumberWithoutLosingAnybody() {
    NodeResult result = node.settings(ratios("0.5", "0.5")).at(InPort.IN, people(1001)).run();

    assertThat(result.at("a").size()).isEqualTo(501);
    assertThat(result.at("b").size()).isEqualTo(500);
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.empty());
  }

  @Test
  void fourQuartersAreAllOfThem() {
    NodeResult result =
        node.settings(ratios("0.25", "0.25", "0.25", "0.25")).at(InPort.IN, people(1002)).run();

    assertThat(result.outputs().byPort().values())
        .extracting(Audience::size)
        .containsExactlyInAnyOrder(0, 251, 250, 251, 250);
    assertThat(Audience.unionOf(result.outputs().byPort().values())).isEqualTo(people(1002));
  }

  @Test
  void fillsNumbersInOrderWhenThereAreTooFewPeople() {
    Settings settings = new Settings(List.of(number("a", 500), number("b", 500)), false);

    NodeResult result = node.settings(settings).at(InPort.IN, people(600)).run();

    assertThat(result.at("a").size()).isEqualTo(500);
    assertThat(result.at("b").size()).isEqualTo(100);
  }

  @Test
  void drawsOthersInEachRunUnlessToldNotTo() {
    Settings anew = new Settings(List.of(number("a", 10)), false);
    Settings same = new Settings(List.of(number("a", 10)), true);
    node.at(InPort.IN, people(1000));

    assertThat(node.settings(anew).seed(1).run().at("a")).isNotEqualTo(node.seed(2).run().at("a"));
    assertThat(node.settings(same).seed(1).run().at("a")).isEqualTo(node.seed(2).run().at("a"));
  }

  @Test
  void refusesRatiosBesideNumbers() {
    Settings mixed = new Settings(List.of(ratios("0.5").draws().get(0), number("b", 500)), false);

    assertThat(node.settings(mixed).problems())
        .extracting(Problem::code)
        .containsExactly("draws-of-two-kinds");
  }

  @Test
  void asksForARatioOrANumber() {
    assertThat(node.settings("{\"draws\":[{\"key\":\"a\"}]}").problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("missing-amount", "draws[0].ratio"));
  }

  @Test
  void survivesARatioOfAbsurdLength() {
    assertThat(node.settings(ratios("0.5", "1e-999999999")).problems())
        .extracting(Problem::field)
        .containsExactly("draws[1].ratio");
  }

  private static Audience people(int count) {
    return Audience.range(0, count);
  }

  private static Settings ratios(String... ratios) {
    List<Draw> draws = new ArrayList<>();
    for (String ratio : ratios) {
      String key = String.valueOf((char) ('a' + draws.size()));
      draws.add(new Draw(key, null, new BigDecimal(ratio), null));
    }
    return new Settings(draws, false);
  }

  private static Draw number(String key, int number) {
    return new Draw(key, "Draw " + key, null, number);
  }
}
