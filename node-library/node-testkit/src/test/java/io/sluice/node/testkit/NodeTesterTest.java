package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.OutPort;
import io.sluice.node.Outcome;
import io.sluice.node.Outputs;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.testkit.Specimens.Action;
import io.sluice.node.testkit.Specimens.Entry;
import io.sluice.node.testkit.Specimens.Settings;
import io.sluice.node.testkit.Specimens.Sorter;
import org.junit.jupiter.api.Test;

class NodeTesterTest {
  private static final SetWrite WRITE = SetWrite.add(SetRef.tag("kept"), Audience.of(1));

  @Test
  void answersRulesAsTheTestStates() {
    Rule rule = new Rule("{}");
    Entry entry = new Entry(context -> context.people().matching(rule));

    assertThat(NodeTester.of(entry).rule(rule, 1, 2).run().at(OutPort.OUT))
        .isEqualTo(Audience.of(1, 2));
  }

  @Test
  void failsOnARuleTheTestDidNotState() {
    Entry entry = new Entry(context -> context.people().matching(new Rule("{\"any\":[]}")));

    assertThatThrownBy(() -> NodeTester.of(entry).run())
        .isInstanceOf(NodeFailure.class)
        .hasMessageContaining("{\"any\":[]}");
  }

  @Test
  void bringsEveryArrowToItsPort() {
    Sorter sorter = new Sorter((inputs, context) -> Outputs.out(inputs.at("in").get(1)));

    assertThat(NodeTester.of(sorter).in(1).in(2, 3).run().at(OutPort.OUT))
        .isEqualTo(Audience.of(2, 3));
  }

  @Test
  void keepsWhatAnActionWrites() {
    Action action =
        new Action(
            null,
            (batch, context) -> {
              context.write(WRITE);
              return Outcome.done(batch);
            });

    assertThat(NodeTester.of(action).in(1).run().writes()).containsExactly(WRITE);
  }

  @Test
  void refusesASecondWriteToOneSet() {
    Action action =
        new Action(
            null,
            (batch, context) -> {
              context.write(WRITE);
              context.write(WRITE);
              return Outcome.done(batch);
            });

    assertThatThrownBy(() -> NodeTester.of(action).in(1).run())
        .hasMessageContaining("wrote SetRef[kind=TAG, key=kept] twice");
  }

  @Test
  void reportsWhatAnnotationsForbid() {
    assertThat(NodeTester.of(new Sorter()).settings(new Settings(-1)).problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("invalid-setting", "size"));
  }

  @Test
  void refusesSettingsOfAnotherShape() {
    assertThatThrownBy(() -> NodeTester.of(new Sorter()).settings("{\"colour\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
  }
}
