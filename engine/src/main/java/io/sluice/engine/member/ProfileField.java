package io.sluice.engine.member;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every member may have; the same name in rules, files, JSON and the database. */
public enum ProfileField {
  STATUS(FieldType.CHOICE, 0, "active", "deregistered"),
  NAME(FieldType.TEXT, 200),
  PHONE(FieldType.TEXT, 32),
  EMAIL(FieldType.TEXT, 254),
  GENDER(FieldType.CHOICE, 0, "female", "male", "other"),
  BIRTH_DATE(FieldType.DATE, 0),
  REGION(FieldType.TEXT, 100),
  CITY(FieldType.TEXT, 100),
  CITY_TIER(FieldType.NUMBER, 0),
  TIME_ZONE(FieldType.TEXT, 64),
  LANGUAGE(FieldType.TEXT, 35),
  LEVEL(FieldType.NUMBER, 0),
  REGISTERED_AT(FieldType.INSTANT, 0);

  private final FieldType type;
  private final int maxLength;
  private final List<String> choices;

  ProfileField(FieldType type, int maxLength, String... choices) {
    this.type = type;
    this.maxLength = maxLength;
    this.choices = List.of(choices);
  }

  /** The name in rules, files, JSON and the database, such as {@code birth_date}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of its values. */
  public FieldType type() {
    return type;
  }

  /** The longest text, in characters, where it is a text. */
  public int maxLength() {
    return maxLength;
  }

  /** The values it can have, where it is a choice. */
  public List<String> choices() {
    return choices;
  }

  /** The field of that name. */
  public static Optional<ProfileField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
  }
}
