package io.sluice.node.types.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Observation;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.analysis.AnalysisNode.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnalysisNodeTest extends NodeTypeContract<Settings> {
  AnalysisNodeTest() {
    super(
        new AnalysisNode(),
        new Settings(null, null, null, null, null),
        new Settings(90, List.of("tea"), List.of("cups", "pots"), true, "control-1"));
  }

  @Test
  void countsAnyPaidOrderUntilFiveDaysAfterTheRunWhereNobodySaysOtherwise() {
    assertThat(NodeTester.of(new AnalysisNode()).settings("{}").observation())
        .isEqualTo(new Observation(5, Set.of(), Set.of(), false, Optional.empty()));
  }

  @Test
  void countsWhatTheMarketerChose() {
    assertThat(
            NodeTester.of(new AnalysisNode())
                .settings("{\"days\":3,\"products\":[\"tea\",\"tea\"],\"baseline\":\"c\"}")
                .observation())
        .isEqualTo(new Observation(3, Set.of("tea"), Set.of(), false, Optional.of("c")));
  }

  @Test
  void refusesWindowsOfNoDaysAndOfMoreThanNinety() {
    for (String days : List.of("0", "91")) {
      assertThat(NodeTester.of(new AnalysisNode()).settings("{\"days\":" + days + "}").problems())
          .extracting(Problem::field)
          .containsExactly("days");
    }
  }
}
