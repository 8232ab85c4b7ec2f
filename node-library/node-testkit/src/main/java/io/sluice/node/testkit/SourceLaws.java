package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.SourceNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes where people enter. */
record SourceLaws<C extends Record>(SourceNode<C> node, Trials<C> trials) {
  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("the same people enter each time", this::isPure),
        trials.test("says which segments it reads", this::declaresReads));
  }

  private void isPure(Trials.Round<C> round) {
    assertThat(node.enter(round.settings(), round.context()))
        .isEqualTo(node.enter(round.settings(), round.context()));
  }

  private void declaresReads(Trials.Round<C> round) {
    FakeContext context = round.context();
    node.enter(round.settings(), context);
    Trials.requireDeclaredReads(node, round.settings(), context);
  }
}
