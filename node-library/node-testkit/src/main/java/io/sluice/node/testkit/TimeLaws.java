package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.TimeNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes at which people wait. */
record TimeLaws<C extends Record>(TimeNode<C> node, Trials<C> trials) {
  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("nobody goes on before they arrive", this::neverBeforeArrival),
        trials.test("the instant is the same each time", this::isPure));
  }

  private void neverBeforeArrival(Trials.Round<C> round) {
    FakeContext context = round.context();
    assertThat(node.release(round.settings(), context)).isAfterOrEqualTo(context.instant());
  }

  private void isPure(Trials.Round<C> round) {
    assertThat(node.release(round.settings(), round.context()))
        .isEqualTo(node.release(round.settings(), round.context()));
  }
}
