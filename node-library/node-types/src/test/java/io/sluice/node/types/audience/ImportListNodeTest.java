package io.sluice.node.types.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.SetRef;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.audience.ImportListNode.Settings;
import org.junit.jupiter.api.Test;

class ImportListNodeTest extends NodeTypeContract<Settings> {
  ImportListNodeTest() {
    super(new ImportListNode(), new Settings("fair"));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new ImportListNode()).members(Audience.range(0, 10)).list("fair", 3, 17);

  @Test
  void entersMembersAndGuestsOfTheList() {
    assertThat(node.settings("{\"list\":\"fair\"}").run().at(OutPort.OUT))
        .isEqualTo(Audience.of(3, 17));
  }

  @Test
  void asksForTheList() {
    assertThat(node.settings("{}").problems())
        .extracting(Problem::code)
        .containsExactly("missing-list");
  }

  @Test
  void refusesAListThatDoesNotExist() {
    assertThat(node.settings("{\"list\":\"gone\"}").problems())
        .extracting(Problem::code)
        .containsExactly("unknown-list");
  }

  @Test
  void readsItsList() {
    assertThat(new ImportListNode().reads(new Settings("fair")))
        .containsExactly(SetRef.list("fair"));
  }
}
