package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Message;
import io.sluice.node.Message.Variant;
import io.sluice.node.MessageNode;
import io.sluice.node.Trait;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes that send messages. */
record MessageLaws<C extends Record>(MessageNode<C> node, Trials<C> trials) {
  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("says that it sends messages", this::hasTheTrait),
        trials.test("has the ports of an action", this::hasThePortsOfAnAction),
        trials.test("every variant has a channel and something to say", this::isNeverEmpty),
        trials.test("the same settings give the same message", this::isPure));
  }

  private Message message(Trials.Round<C> round) {
    return node.message(round.settings());
  }

  private void hasTheTrait(Trials.Round<C> round) {
    assertThat(node.info().traits()).contains(Trait.MESSAGE);
  }

  private void hasThePortsOfAnAction(Trials.Round<C> round) {
    assertThat(node.ports(round.settings()).out()).isEqualTo(ActionNode.OUT_PORTS);
    assertThat(node.ports(round.settings()).in()).hasSize(1);
  }

  private void isNeverEmpty(Trials.Round<C> round) {
    for (Variant variant : message(round).variants()) {
      assertThat(variant.channel()).as("channel").matches(NAME);
      assertThat(variant.content().keySet()).as("names of parts").allMatch(n -> n.matches(NAME));
      assertThat(variant.template().isPresent() || !variant.content().isEmpty())
          .as("has a template or content")
          .isTrue();
    }
  }

  private void isPure(Trials.Round<C> round) {
    Message first = message(round);
    trials.examples().forEach(node::message);
    assertThat(message(round)).isEqualTo(first);
  }
}
