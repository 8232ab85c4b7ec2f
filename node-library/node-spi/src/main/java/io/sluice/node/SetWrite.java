package io.sluice.node;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a kept set.
 *
 * @param set which set
 * @param change what is done with it
 * @param members with whom
 * @param expiresAt when the members leave the set by themselves, if they do
 */
public record SetWrite(SetRef set, Change change, Audience members, Optional<Instant> expiresAt)
    implements Write {
  /** The kinds of change. */
  public enum Change {
    /** The members join the set. */
    ADD,
    /** The members leave the set. */
    REMOVE,
    /** The members are the set. */
    REPLACE
  }

  /** The members join the set for good. */
  public static SetWrite add(SetRef set, Audience members) {
    return new SetWrite(set, Change.ADD, members, Optional.empty());
  }

  /** The members join the set until an instant. */
  public static SetWrite addUntil(SetRef set, Audience members, Instant expiresAt) {
    return new SetWrite(set, Change.ADD, members, Optional.of(expiresAt));
  }

  /** The members leave the set. */
  public static SetWrite remove(SetRef set, Audience members) {
    return new SetWrite(set, Change.REMOVE, members, Optional.empty());
  }

  /** The members are the set from now on. */
  public static SetWrite replace(SetRef set, Audience members) {
    return new SetWrite(set, Change.REPLACE, members, Optional.empty());
  }

  @Override
  public FactRef target() {
    return set;
  }
}
