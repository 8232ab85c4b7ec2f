package io.sluice.engine.member;

import java.util.List;

/**
 * A page of a list of people.
 *
 * @param total how many people the list has
 * @param members those of this page
 * @param next what to give as {@code after} for the next page; null on the last one
 */
public record MemberPage(int total, List<Entry> members, Integer next) {
  /** A member of the list; an erased one has neither key nor name. */
  public record Entry(int id, String key, String name) {}
}
