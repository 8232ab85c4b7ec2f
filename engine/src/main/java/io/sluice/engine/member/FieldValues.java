package io.sluice.engine.member;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.Values;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads values of members from text, as they are stored. */
final class FieldValues {
  static final int TEXT_LENGTH = 500;
  static final int DECIMALS = 6;
  private static final Pattern BETWEEN_CHOICES = Pattern.compile("\\|");

  private FieldValues() {}

  /**
   * The value of a profile field.
   *
   * @param zone the zone of instants without one
   * @throws BadValue if the text is none
   */
  static Object parse(ProfileField field, String text, ZoneId zone) {
    return switch (field) {
      case PHONE -> Values.phone(text);
      case EMAIL -> Values.email(text);
      case TIME_ZONE -> Values.zone(text);
      case GENDER -> gender(text);
      default ->
          switch (field.type()) {
            case CHOICE -> Values.choice(text, field.choices());
            case NUMBER -> bounded(field, Values.whole(text));
            case DATE -> Values.date(text);
            case INSTANT -> Values.instant(text, zone);
            default -> Values.text(text, field.maxLength());
          };
    };
  }

  private static String gender(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "f", "w", "女" -> "female";
      case "m", "男" -> "male";
      default -> Values.choice(text, ProfileField.GENDER.choices());
    };
  }

  private static int bounded(ProfileField field, int number) {
    int most = field == ProfileField.CITY_TIER ? 99 : 1_000_000;
    if (number < 0 || number > most) {
      throw new BadValue("is out of range; it must be 0 to " + most);
    }
    return number;
  }

  /**
   * The value of a custom attribute; a sorted list of texts where it has several.
   *
   * @throws BadValue if the text is none
   */
  static Object parse(Attribute attribute, String text) {
    return switch (attribute.type()) {
      case NUMBER -> Values.number(text, DECIMALS);
      case DATE -> Values.date(text);
      case BOOLEAN -> Values.flag(text);
      case CHOICE -> Values.choice(text, attribute.choices());
      case MULTI_CHOICE -> choices(attribute, Arrays.asList(BETWEEN_CHOICES.split(text)));
      default -> Values.text(text, TEXT_LENGTH);
    };
  }

  /** Several choices, sorted and without repeats. */
  static List<String> choices(Attribute attribute, List<String> texts) {
    TreeSet<String> chosen = new TreeSet<>();
    for (String text : texts) {
      chosen.add(Values.choice(text.strip(), attribute.choices()));
    }
    return List.copyOf(chosen);
  }
}
