package io.sluice.node;

import java.util.Locale;

/**
 * Names a kept set or an imported list of a workspace.
 *
 * @param kind what kind of set
 * @param key its key, as the marketer gave it
 */
public record SetRef(Kind kind, String key) implements FactRef {
  /** The kinds of kept sets that nodes can name. */
  public enum Kind {
    TAG,
    SEGMENT,
    BLACKLIST,
    /** People who came in by a file; nodes can only read it. */
    LIST,
    /** Who got a reward of a group of which each person gets at most one. */
    REWARD_GROUP,
    /** Who is marked for an offer. */
    DISCOUNT_MARK
  }

  /** Who gets no messages, whatever they agreed to. */
  public static final SetRef MESSAGE_BLACKLIST = new SetRef(Kind.BLACKLIST, "messages");

  /** Who gets no benefits: no coupons and no points. */
  public static final SetRef BENEFIT_BLACKLIST = new SetRef(Kind.BLACKLIST, "benefits");

  /** Who earns no points by orders. */
  public static final SetRef POINTS_BLACKLIST = new SetRef(Kind.BLACKLIST, "points");

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

  /** Those who got a reward of a group. */
  public static SetRef rewardGroup(String key) {
    return new SetRef(Kind.REWARD_GROUP, key);
  }

  /** Those marked for an offer. */
  public static SetRef discountMark(String offer) {
    return new SetRef(Kind.DISCOUNT_MARK, offer);
  }

  @Override
  public String noun() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
