package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.logic.BranchNode.Branch;
import io.sluice.node.types.logic.BranchNode.Settings;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BranchNodeTest extends NodeTypeContract<Settings> {
  private static final Rule GOLD = new Rule("{\"level\":3}");
  private static final Rule BUYER = new Rule("{\"orders\":1}");

  BranchNodeTest() {
    super(
        new BranchNode(),
        new Settings(List.of(new Branch("gold", "Gold", GOLD), new Branch("buyer", null, BUYER))));
  }

  private final NodeTester<Settings> node = NodeTester.of(new BranchNode());

  @Test
  void takesTheFirstBranchThatMatches() {
    NodeResult result =
        node.settings(branches("gold", "buyer"))
            .rule(GOLD, 1, 2)
            .rule(BUYER, 2, 3)
            .in(1, 2, 3, 4)
            .run();

    assertThat(result.at("gold")).isEqualTo(Audience.of(1, 2));
    assertThat(result.at("buyer")).isEqualTo(Audience.of(3));
    assertThat(result.at(OutPort.REST)).isEqualTo(Audience.of(4));
  }

  @Test
  void namesItsPortsAfterTheBranches() {
    Settings settings =
        new Settings(List.of(new Branch("gold", "Gold", GOLD), new Branch("buyer", " ", BUYER)));

    assertThat(new BranchNode().ports(settings).out())
        .containsExactly(
            OutPort.of("gold", "Gold", "Gold"),
            OutPort.of("buyer", "buyer", "buyer"),
            OutPort.rest());
  }

  @Test
  void refusesKeysThatCannotNameAPort() {
    assertThat(node.settings(branches("rest", "two words", "buyer", "buyer")).problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(
            tuple("key-taken", "branches[0].key"),
            tuple("key-not-plain", "branches[1].key"),
            tuple("key-twice", "branches[3].key"));
  }

  @Test
  void refusesMoreThanTwentyBranches() {
    List<Branch> branches = Collections.nCopies(21, new Branch("gold", null, GOLD));

    assertThat(node.settings(new Settings(branches)).problems())
        .extracting(Problem::field)
        .contains("branches");
  }

  private static Settings branches(String... keys) {
    return new Settings(
        Stream.of(keys)
            .map(key -> new Branch(key, null, key.equals("gold") ? GOLD : BUYER))
            .toList());
  }
}
