package io.sluice.node;

import java.util.Objects;

/**
 * A condition on people, for example "last order more than 90 days ago and level at least 2". Node
 * types hand it on to {@link People#matching(Rule)} and never look inside.
 *
 * @param json the condition tree in the engine's JSON form, see docs/rules.md
 */
public record Rule(String json) {
  /** Refuses a missing text. */
  public Rule {
    Objects.requireNonNull(json, "json");
  }
}
