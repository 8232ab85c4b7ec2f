package io.sluice.node;

/**
 * Names a kept set or an imported list of a workspace.
 *
 * @param kind what kind of set
 * @param key its key, as the marketer gave it
 */
public record SetRef(Kind kind, String key) {
  /** The kinds of kept sets that nodes can name. */
  public enum Kind {
    TAG,
    SEGMENT,
    BLACKLIST,
    /** People who came in by a file; nodes can only read it. */
    LIST
  }

  /** Who gets no messages, whatever they agreed to. */
  public static final SetRef MESSAGE_BLACKLIST = new SetRef(Kind.BLACKLIST, "messages");

  /** A tag. */
  public static SetRef tag(String key) {
    return new SetRef(Kind.TAG, key);
  }

  /** A segment. */
  public static SetRef segment(String key) {
    return new SetRef(Kind.SEGMENT, key);
  }

  /** An imported list. */
  public static SetRef list(String key) {
    return new SetRef(Kind.LIST, key);
  }
}
