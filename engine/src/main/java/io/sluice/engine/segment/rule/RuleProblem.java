package io.sluice.engine.segment.rule;

/**
 * Something wrong with a rule.
 *
 * @param path the JSON pointer within the rule; empty for the rule itself
 * @param code what is wrong, in kebab case
 * @param message what is wrong and how to mend it
 */
public record RuleProblem(String path, String code, String message) {
  /** Place and message. */
  public String toSentence() {
    return path.isEmpty() ? message : "At " + path + ": " + message;
  }
}
