package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.node.Inputs;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.NodeType;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.testkit.Specimens.Action;
import io.sluice.node.testkit.Specimens.Brake;
import io.sluice.node.testkit.Specimens.Entry;
import io.sluice.node.testkit.Specimens.Sender;
import io.sluice.node.testkit.Specimens.Settings;
import io.sluice.node.testkit.Specimens.Sluice;
import io.sluice.node.testkit.Specimens.Sorter;
import io.sluice.node.testkit.Specimens.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proof that the contract can fail: each broken node is reported under the law it breaks. */
class NodeTypeContractTest {
  static Stream<NodeType<Settings>> soundNodes() {
    return Stream.of(
        new Entry(),
        new Sorter(),
        new Brake(),
        new Sluice(),
        new Action(),
        new Sender(),
        new Watcher());
  }

  @ParameterizedTest
  @MethodSource("soundNodes")
  void findsNothingWrongWithASoundNode(NodeType<Settings> sound) {
    assertThat(brokenLaws(new NodeTypeContract<>(sound, new Settings(1)) {})).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "io.sluice.node.testkit.BrokenNodes#sorters",
    "io.sluice.node.testkit.BrokenNodes#actions",
    "io.sluice.node.testkit.BrokenNodes#senders",
    "io.sluice.node.testkit.BrokenNodes#watchers",
    "io.sluice.node.testkit.BrokenNodes#others"
  })
  void reportsTheLawThatANodeBreaks(String law, NodeType<Settings> broken) {
    assertThat(brokenLaws(new NodeTypeContract<>(broken, new Settings(1)) {})).contains(law);
  }

  @Test
  void reportsAnExampleWithErrors() {
    assertThat(brokenLaws(new NodeTypeContract<>(new Sorter(), new Settings(-1)) {}))
        .containsExactly("the examples have no errors");
  }

  @Test
  void reportsSettingsWithoutLabels() {
    assertThat(brokenLaws(new NodeTypeContract<>(new Changing(), new Changing.Count(1)) {}))
        .contains("labels every setting in both languages");
  }

  @Test
  void reportsSettingsThatJsonChanges() {
    assertThat(brokenLaws(new NodeTypeContract<>(new Changing(), new Changing.Count(1)) {}))
        .contains("settings come back from JSON as they were");
  }

  @Test
  void namesTheLawAndTheSettings() {
    Sorter broken = new Sorter((inputs, context) -> Outputs.none());
    Stream<DynamicTest> laws = new NodeTypeContract<>(broken, new Settings(7)) {}.keepsTheLaws();

    DynamicTest law =
        laws.filter(one -> one.getDisplayName().equals("nobody is lost")).findFirst().orElseThrow();

    assertThatThrownBy(() -> law.getExecutable().execute())
        .hasMessageStartingWith("Broken law 'nobody is lost' with Settings[size=7]: ")
        .hasMessageContaining("people who arrived and leave by no port");
  }

  private static List<String> brokenLaws(NodeTypeContract<?> contract) {
    List<String> broken = new ArrayList<>();
    for (DynamicTest law : contract.keepsTheLaws().toList()) {
      try {
        law.getExecutable().execute();
      } catch (Throwable e) {
        broken.add(law.getDisplayName());
      }
    }
    return broken;
  }

  private static final class Changing implements SetNode<Changing.Count> {
    private record Count(int count, @Label(en = " ", zh = "空") Choice choice) {
      Count(int count) {
        this(count, Choice.UNNAMED);
      }

      Count {
        count++;
      }
    }

    private enum Choice {
      UNNAMED
    }

    @Override
    public NodeInfo info() {
      return new Sorter().info();
    }

    @Override
    public Class<Count> configType() {
      return Count.class;
    }

    @Override
    public Ports ports(Count settings) {
      return Ports.through(OutPort.out());
    }

    @Override
    public Outputs apply(Count settings, Inputs inputs, NodeContext context) {
      return Outputs.out(inputs.in());
    }
  }
}
