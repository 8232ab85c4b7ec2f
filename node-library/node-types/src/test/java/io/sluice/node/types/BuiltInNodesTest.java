package io.sluice.node.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.NodeType;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class BuiltInNodesTest {
  /** Stored canvases name these keys, so none of them may ever change. */
  @Test
  @SuppressWarnings("rawtypes")
  void areKnownByTheirKeys() {
    assertThat(ServiceLoader.load(NodeType.class).stream().map(node -> node.get().info().key()))
        .containsExactlyInAnyOrder(
            "target-group",
            "import-list",
            "filter",
            "branch",
            "merge",
            "intersect",
            "exclude",
            "dedupe",
            "sample",
            "split",
            "wait",
            "tag",
            "save-segment",
            "level",
            "attribute",
            "blacklist",
            "points",
            "coupon",
            "discount-mark",
            "benefit-code",
            "control",
            "sms",
            "email",
            "webhook",
            "smart-message",
            "analysis");
  }
}
