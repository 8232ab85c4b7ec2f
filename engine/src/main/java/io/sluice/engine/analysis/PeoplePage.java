package io.sluice.engine.analysis;

import java.math.BigDecimal;
import java.util.List;

/**
 * A page of the people of an action.
 *
 * @param total how many people the whole list has
 * @param people the people of the page
 * @param next the {@code after} of the next page; null on the last one
 */
public record PeoplePage(int total, List<Person> people, Integer next) {
  /**
   * A person.
   *
   * @param member the member's key, masked
   * @param name the name
   * @param phone the phone number, masked
   * @param orders paid orders that count
   * @param items their items
   * @param amount their amount
   */
  public record Person(
      String member, String name, String phone, int orders, long items, BigDecimal amount) {}
}
