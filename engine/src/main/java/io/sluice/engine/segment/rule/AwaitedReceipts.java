package io.sluice.engine.segment.rule;

import io.sluice.engine.member.Attribute;
import io.sluice.node.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the conditions whose answer one waits for: what receipts tell of messages. */
public final class AwaitedReceipts {
  private static final RuleVocabulary ANY =
      new RuleVocabulary() {
        @Override
        public Optional<Attribute> attribute(String key) {
          return Optional.empty();
        }

        @Override
        public List<String> attributes() {
          return List.of();
        }

        @Override
        public boolean hasSegment(String key) {
          return true;
        }
      };

  private AwaitedReceipts() {}

  /** The conditions among the rules; what is wrong in a rule is passed over. */
  public static List<Condition.Message> in(Collection<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> in(RuleParser.parse(rule, ANY).tree()))
        .filter(condition -> condition.happening().isToldByReceipt())
        .filter(condition -> condition.waitUpTo().map(length -> !length.isZero()).orElse(true))
        .distinct()
        .toList();
  }

  private static Stream<Condition.Message> in(RuleTree tree) {
    if (tree instanceof RuleTree.Leaf leaf) {
      return leaf.condition() instanceof Condition.Message message
          ? Stream.of(message)
          : Stream.empty();
    }
    return tree.parts().stream().flatMap(AwaitedReceipts::in);
  }
}
