package io.sluice.samples.data;

import java.time.LocalDate;
import java.util.List;

/**
 * The custom attributes of a person; null or empty where there is no value.
 *
 * @param favouriteCategory one of {@link #CATEGORIES}
 * @param skinType one of {@link #SKIN_TYPES}
 * @param interests some of {@link #INTERESTS}
 */
public record Traits(
    String favouriteCategory,
    String skinType,
    List<String> interests,
    Integer storeVisits,
    Boolean appInstalled,
    LocalDate weddingDay) {
  /** What the shop sells. */
  public static final List<String> CATEGORIES =
      List.of("skincare", "make-up", "fragrance", "hair-care", "body-care", "mens-care");

  /** The kinds of skin. */
  public static final List<String> SKIN_TYPES = List.of("dry", "oily", "combination", "sensitive");

  /** What people like to do. */
  public static final List<String> INTERESTS =
      List.of("travel", "sports", "music", "food", "reading");

  static Traits draw(Dice dice) {
    String category = dice.percent(60) ? dice.oneOf(CATEGORIES) : null;
    String skin = dice.percent(40) ? dice.oneOf(SKIN_TYPES) : null;
    List<String> interests = INTERESTS.stream().filter(interest -> dice.percent(10)).toList();
    Integer visits = dice.percent(30) ? dice.below(25) : null;
    Boolean app = dice.percent(30) ? dice.percent(70) : null;
    LocalDate wedding =
        dice.percent(5) ? LocalDate.of(1990, 1, 1).plusDays(dice.below(12_000)) : null;
    return new Traits(category, skin, interests, visits, app, wedding);
  }
}
