package io.sluice.samples.data;

/**
 * The tags and static segments of a person.
 *
 * @param newsletter has the tag {@code newsletter}
 * @param complained was given the tag {@code complained} 40 days ago
 * @param appeased had that tag taken away 10 days ago
 * @param openingGuest is in the segment {@code store-opening}
 */
public record Marks(
    boolean newsletter, boolean complained, boolean appeased, boolean openingGuest) {
  static Marks draw(Dice dice) {
    boolean newsletter = dice.percent(25);
    boolean complained = dice.percent(3);
    boolean appeased = complained && dice.percent(40);
    return new Marks(newsletter, complained, appeased, dice.percent(8));
  }
}
