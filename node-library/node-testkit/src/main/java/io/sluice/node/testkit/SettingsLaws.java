package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sluice.node.ActionNode;
import io.sluice.node.InPort;
import io.sluice.node.NodeType;
import io.sluice.node.OutPort;
import io.sluice.node.Ports;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What holds of the settings of every node type, complete or not. */
record SettingsLaws<C extends Record>(Trials<C> trials) {
  private static final String PORT_KEY = "[A-Za-z][A-Za-z0-9_-]*";

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("the examples have no errors", this::examplesAreValid),
        dynamicTest("settings come back from JSON as they were", this::surviveJson),
        dynamicTest("ports have keys of their own and names", this::portsAreSound),
        dynamicTest("incomplete settings break neither ports nor check", this::mayBeIncomplete));
  }

  private void examplesAreValid() {
    assertThat(trials.examples()).as("examples").isNotEmpty();
    for (C settings : trials.examples()) {
      assertThat(SettingsCheck.problems(trials.type(), settings, KnownThings.EVERYTHING))
          .as("problems of %s", settings)
          .noneMatch(Problem::error);
    }
  }

  private void surviveJson() throws JsonProcessingException {
    for (C settings : trials.examples()) {
      String json = SettingsJson.tree(settings).toString();
      assertThat(SettingsJson.read(json, trials.type().configType())).as(json).isEqualTo(settings);
    }
  }

  private void portsAreSound() {
    trials.examples().forEach(settings -> requireSoundPorts(trials.type().ports(settings)));
  }

  private void mayBeIncomplete() throws JsonProcessingException {
    NodeType<C> type = trials.type();
    for (C example : trials.examples()) {
      for (String json : IncompleteJson.variantsOf(SettingsJson.tree(example))) {
        try {
          exercise(SettingsJson.read(json, type.configType()));
        } catch (JsonProcessingException e) {
          // Not settings at all, so no node type ever gets to see them.
        } catch (RuntimeException e) {
          throw new AssertionError("Broke on the settings " + json, e);
        }
      }
    }
  }

  private void exercise(C settings) {
    NodeType<C> type = trials.type();
    requireSoundPorts(type.ports(settings));
    type.reads(settings);
    for (Problem problem : SettingsCheck.problems(type, settings, KnownThings.NOTHING)) {
      PresentationLaws.requireBothLanguages("message " + problem.code(), problem.message());
    }
    if (type instanceof ActionNode<C> action) {
      action.writes(settings);
    }
  }

  private static void requireSoundPorts(Ports ports) {
    assertThat(ports.in()).as("in-ports").extracting(InPort::key).doesNotHaveDuplicates();
    assertThat(ports.out()).as("out-ports").extracting(OutPort::key).doesNotHaveDuplicates();
    for (InPort port : ports.in()) {
      assertThat(port.key()).as("key of an in-port").matches(PORT_KEY);
      PresentationLaws.requireBothLanguages("in-port " + port.key(), port.label());
    }
    for (OutPort port : ports.out()) {
      assertThat(port.key()).as("key of an out-port").isNotBlank();
      PresentationLaws.requireBothLanguages("out-port " + port.key(), port.label());
    }
  }
}
