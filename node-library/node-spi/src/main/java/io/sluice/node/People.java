package io.sluice.node;

/** The members of a workspace as they are known at one instant. */
public interface People {
  /** Everybody registered by the instant and not erased. */
  Audience all();

  /**
   * Everybody of {@link #all()} who meets the condition at the instant.
   *
   * @throws NodeFailure if the rule names something that does not exist
   */
  Audience matching(Rule rule);

  /**
   * Everybody of {@link #all()} who is in the segment at the instant.
   *
   * @throws NodeFailure if there is no such segment
   */
  Audience segment(String key);

  /**
   * Everybody on an imported list. Guests come in by no other way: they are not among {@link
   * #all()}, and no condition yields them.
   *
   * @throws NodeFailure if there is no such list
   */
  Audience list(String key);
}
