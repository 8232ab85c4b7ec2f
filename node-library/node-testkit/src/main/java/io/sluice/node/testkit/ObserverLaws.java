package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Observation;
import io.sluice.node.ObserverNode;
import io.sluice.node.Trait;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes that only watch. */
record ObserverLaws<C extends Record>(ObserverNode<C> node, Trials<C> trials) {
  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("one arrow enters and none leaves", this::isAnEnd),
        trials.test("is no control group itself", this::isNoBaseline),
        trials.test("says what it counts", this::saysWhatItCounts),
        trials.test("the same settings give the same observation", this::isPure));
  }

  private Observation observation(Trials.Round<C> round) {
    return node.observation(round.settings());
  }

  private void isAnEnd(Trials.Round<C> round) {
    assertThat(node.ports(round.settings()).in()).as("in-ports").hasSize(1);
    assertThat(node.ports(round.settings()).out()).as("out-ports").isEmpty();
  }

  private void isNoBaseline(Trials.Round<C> round) {
    assertThat(node.info().traits())
        .doesNotContain(Trait.CONTROL, Trait.HOLD_OUT, Trait.MESSAGE, Trait.ACCEPTS_GUESTS);
  }

  private void saysWhatItCounts(Trials.Round<C> round) {
    Observation observation = observation(round);
    assertThat(observation.products()).as("products").noneMatch(String::isBlank);
    assertThat(observation.categories()).as("categories").noneMatch(String::isBlank);
    assertThat(observation.baseline().orElse("none")).as("baseline").isNotBlank();
  }

  private void isPure(Trials.Round<C> round) {
    Observation first = observation(round);
    trials.examples().forEach(node::observation);
    assertThat(observation(round)).isEqualTo(first);
  }
}
