package io.sluice.engine.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of a list of people.
 *
 * @param total how many people the list has
 * @param members those of this page
 * @param next what to give as {@code after} for the next page; null on the last one
 */
public record MemberPage(int total, List<Entry> members, Integer next) {
  /**
   * Somebody on the list. An erased member has neither key nor name, and neither has a guest.
   *
   * @param guest true for a guest of an imported list; missing for members
   * @param address the address of a guest
   */
  public record Entry(
      int id,
      String key,
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) Boolean guest,
      @JsonInclude(JsonInclude.Include.NON_NULL) String address) {
    static Entry ofMember(int id, String key, String name) {
      return new Entry(id, key, name, null, null);
    }

    static Entry ofGuest(int id, String address) {
      return new Entry(id, null, null, true, address);
    }
  }
}
