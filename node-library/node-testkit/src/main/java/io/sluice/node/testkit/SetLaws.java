package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.SetNode;
import io.sluice.node.Trait;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes that sort people. */
record SetLaws<C extends Record>(SetNode<C> node, Trials<C> trials) {
  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("people leave by its out-ports only", this::usesItsPorts),
        trials.test("nobody leaves by two ports", this::portsAreDisjoint),
        trials.test("nobody leaves who did not arrive", this::makesNobodyUp),
        trials.test("nobody is lost", this::losesNobody),
        trials.test("the same inputs give the same outputs", this::isPure),
        trials.test("nobody leaves where nobody arrives", this::staysEmpty),
        trials.test("says that it draws", this::declaresDraws),
        trials.test("says which segments it reads", this::declaresReads));
  }

  private Outputs outputs(Trials.Round<C> round) {
    return node.apply(round.settings(), trials.inputs(round), round.context());
  }

  private void usesItsPorts(Trials.Round<C> round) {
    List<String> ports = node.ports(round.settings()).out().stream().map(OutPort::key).toList();
    assertThat(ports).containsAll(outputs(round).byPort().keySet());
  }

  private void portsAreDisjoint(Trials.Round<C> round) {
    Audience seen = Audience.empty();
    for (Map.Entry<String, Audience> port : outputs(round).byPort().entrySet()) {
      assertThat(port.getValue().intersect(seen))
          .as("people at port %s who leave by another too", port.getKey())
          .isEqualTo(Audience.empty());
      seen = seen.union(port.getValue());
    }
  }

  private void makesNobodyUp(Trials.Round<C> round) {
    assertThat(everybody(outputs(round)).minus(trials.inputs(round).union()))
        .as("people who leave and did not arrive")
        .isEqualTo(Audience.empty());
  }

  private void losesNobody(Trials.Round<C> round) {
    Audience mustLeave = trials.mustLeave().apply(trials.inputs(round));
    assertThat(mustLeave.minus(everybody(outputs(round))))
        .as("people who arrived and leave by no port")
        .isEqualTo(Audience.empty());
  }

  private void isPure(Trials.Round<C> round) {
    Outputs first = outputs(round);
    trials.examples().forEach(other -> outputs(new Trials.Round<>(other, round.seed() + 1)));
    Outputs second = outputs(round);
    for (OutPort port : node.ports(round.settings()).out()) {
      assertThat(second.at(port.key())).as("port %s", port.key()).isEqualTo(first.at(port.key()));
    }
  }

  private void staysEmpty(Trials.Round<C> round) {
    Outputs outputs = node.apply(round.settings(), Inputs.of(Map.of()), round.context());
    assertThat(everybody(outputs)).isEqualTo(Audience.empty());
  }

  private void declaresDraws(Trials.Round<C> round) {
    FakeContext context = round.context();
    node.apply(round.settings(), trials.inputs(round), context);
    if (context.drew()) {
      assertThat(node.info().traits()).as("a node that uses the order").contains(Trait.DRAWS);
    }
  }

  private void declaresReads(Trials.Round<C> round) {
    FakeContext context = round.context();
    node.apply(round.settings(), trials.inputs(round), context);
    Trials.requireDeclaredReads(node, round.settings(), context);
  }

  private static Audience everybody(Outputs outputs) {
    return Audience.unionOf(outputs.byPort().values());
  }
}
