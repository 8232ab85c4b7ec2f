package io.sluice.engine.segment.rule;

import java.util.List;

/** A rule as it was read: conditions joined by all, any and none. */
public sealed interface RuleTree {
  /** Everybody. */
  RuleTree EVERYBODY = new All(List.of());

  /** What it is joined from; nothing for a single condition. */
  List<RuleTree> parts();

  /** Who meets all parts; everybody where there is no part. */
  record All(List<RuleTree> parts) implements RuleTree {
    /** Copies the list. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Who meets at least one part; nobody where there is no part. */
  record Any(List<RuleTree> parts) implements RuleTree {
    /** Copies the list. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** Who meets no part. */
  record None(List<RuleTree> parts) implements RuleTree {
    /** Copies the list. */
    public None {
      parts = List.copyOf(parts);
    }
  }

  /** Who meets one condition. */
  record Leaf(Condition condition) implements RuleTree {
    @Override
    public List<RuleTree> parts() {
      return List.of();
    }
  }

  /** Who does not meet it. */
  static RuleTree not(RuleTree tree) {
    return new None(List.of(tree));
  }
}
