package io.sluice.node.types.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.AttributeKind;
import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.mark.AttributeNode.Mode;
import io.sluice.node.types.mark.AttributeNode.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeNodeTest extends NodeTypeContract<Settings> {
  AttributeNodeTest() {
    super(
        new AttributeNode(),
        new Settings("favourite", List.of("tea"), Mode.OVERWRITE, null),
        new Settings("favourite", List.of("tea"), Mode.FILL, null));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new AttributeNode())
          .attribute("favourite", new AttributeKind("text", List.of(), false))
          .attribute(
              "interests", new AttributeKind("multi-choice", List.of("sports", "beauty"), false))
          .attribute("size", new AttributeKind("number", List.of(), false))
          .attribute("joined", new AttributeKind("date", List.of(), false))
          .attribute("shop-level", new AttributeKind("text", List.of(), true))
          .in(1, 2);

  @Test
  void addsToTheChoices() {
    assertThat(
            node.settings(new Settings("interests", List.of("beauty"), Mode.ADD, null))
                .run()
                .writes())
        .containsExactly(
            new ValueWrite(
                ValueRef.attribute("interests"),
                ValueWrite.Mode.ADD,
                List.of("beauty"),
                Audience.of(1, 2)));
  }

  @Test
  void refusesAnAttributeThatIsNotThere() {
    assertThat(codes(new Settings("nothing", List.of("x"), Mode.FILL, null)))
        .containsExactly("unknown-attribute");
  }

  @Test
  void refusesToWriteWhatComesFromAPlatform() {
    assertThat(codes(new Settings("shop-level", List.of("gold"), Mode.FILL, null)))
        .containsExactly("attribute-of-platform");
  }

  @Test
  void refusesValuesThatDoNotFit() {
    assertThat(codes(new Settings("size", List.of("big"), Mode.FILL, null)))
        .containsExactly("value-does-not-fit");
    assertThat(codes(new Settings("joined", List.of("2026-02-30"), Mode.FILL, null)))
        .containsExactly("value-does-not-fit");
    assertThat(codes(new Settings("interests", List.of("sports", "tea"), Mode.ADD, null)))
        .containsExactly("value-does-not-fit");
  }

  @Test
  void addsOnlyWhereMembersChooseSeveral() {
    assertThat(codes(new Settings("favourite", List.of("tea", "milk"), Mode.ADD, null)))
        .containsExactly("one-value-only", "one-value-only");
  }

  private List<String> codes(Settings settings) {
    return node.settings(settings).problems().stream().map(Problem::code).toList();
  }
}
