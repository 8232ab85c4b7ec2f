package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.sluice.node.NodeInfo;
import io.sluice.node.NodeType;
import io.sluice.node.Text;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** How every node type presents itself. */
record PresentationLaws(NodeType<?> type) {
  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("has a name, a help text and an icon", this::isComplete),
        dynamicTest("labels every setting in both languages", this::labelsSettings),
        dynamicTest("is found by ServiceLoader", this::isRegistered));
  }

  private void isComplete() {
    NodeInfo info = type.info();
    assertThat(info.category()).as("category").isNotNull();
    assertThat(info.icon()).as("icon").isNotBlank();
    requireBothLanguages("label", info.label());
    requireBothLanguages("help", info.help());
  }

  private void labelsSettings() {
    assertThat(Labels.missing(type.configType())).as("settings without @Label").isEmpty();
  }

  private void isRegistered() {
    assertThat(ServiceLoader.load(NodeType.class).stream().map(ServiceLoader.Provider::type))
        .as("types named in META-INF/services/" + NodeType.class.getName())
        .anyMatch(type.getClass()::equals);
  }

  static void requireBothLanguages(String what, Text text) {
    assertThat(text).as(what).isNotNull();
    assertThat(text.en()).as(what + " in English").isNotBlank();
    assertThat(text.zh()).as(what + " in Chinese").isNotBlank();
  }
}
