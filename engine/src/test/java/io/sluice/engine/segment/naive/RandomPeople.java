package io.sluice.engine.segment.naive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes people up: with gaps, and with facts that lie exactly on bounds. */
public final class RandomPeople {
  /** All instants are whole half days from here on. */
  public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  public static final int HALF_DAYS = 2 * 400;
  static final List<String> CITIES = List.of("Hangzhou", "Hangzhou East", "北京", "100%_x", "o'Neil");
  static final List<String> COLOURS = List.of("red", "green", "blue");
  static final List<String> HOBBIES = List.of("tea", "go", "zen");
  static final List<String> PRODUCTS = List.of("cup", "pot", "tray");
  static final List<String> CATEGORIES = List.of("ware", "food");
  static final List<String> EVENTS = List.of("viewed", "added-to-cart", "加购");
  static final List<String> PAGES = List.of("home", "100%_x", "o'Neil", "007", "7", "-0.5");
  static final List<String> TAGS = List.of("vip", "${1+1}");
  static final List<String> STATUSES =
      List.of("placed", "paid", "shipped", "confirmed", "refunded");

  private final Random random;

  public RandomPeople(long seed) {
    this.random = new Random(seed);
  }

  /** So many people. */
  public List<Person> make(int count) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(person("p" + i));
    }
    return people;
  }

  private Person person(String key) {
    Person person = new Person(key);
    person.registered = instant();
    person.profile.put("status", chance(8) ? "deregistered" : "active");
    maybe(person.profile, "city", pick(CITIES));
    maybe(person.profile, "gender", pick(List.of("female", "male", "other")));
    maybe(person.profile, "level", String.valueOf(random.nextInt(5)));
    maybe(person.profile, "birth_date", date());
    maybe(person.attributes, "colour", pick(COLOURS));
    maybe(person.attributes, "hobbies", String.join("|", some(HOBBIES)));
    maybe(person.attributes, "spent", number());
    maybe(person.attributes, "wedding", date());
    maybe(person.attributes, "happy", String.valueOf(random.nextBoolean()));
    maybe(person.attributes, "note", pick(CITIES));
    for (int i = random.nextInt(4); i > 0; i--) {
      person.consents.add(
          new Person.Consent(pick(List.of("sms", "email")), random.nextBoolean(), instant()));
    }
    for (int i = random.nextInt(6) - 1; i > 0; i--) {
      person.orders.add(order(key + "-" + i));
    }
    for (int i = random.nextInt(9) - 1; i > 0; i--) {
      person.events.add(event(key + "-" + i));
    }
    TAGS.stream().filter(tag -> random.nextBoolean()).forEach(person.tags::add);
    if (random.nextBoolean()) {
      person.segments.add("kept");
    }
    return person;
  }

  private Person.Order order(String key) {
    Map<String, Instant> reached = new TreeMap<>();
    for (String status : STATUSES) {
      if (chance(2)) {
        reached.put(status, instant());
      }
    }
    if (reached.isEmpty()) {
      reached.put("paid", instant());
    }
    List<Person.Line> lines = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      lines.add(
          new Person.Line(
              pick(PRODUCTS), pick(CATEGORIES), random.nextInt(4), new BigDecimal(number()).abs()));
    }
    return new Person.Order(key, reached, random.nextBoolean(), lines);
  }

  private Person.Event event(String key) {
    Map<String, String> about = new TreeMap<>();
    maybe(about, "product", pick(PRODUCTS));
    maybe(about, "category", pick(CATEGORIES));
    Map<String, String> says = new TreeMap<>();
    maybe(says, "page", pick(PAGES));
    maybe(says, "seconds", number());
    return new Person.Event(key, pick(EVENTS), instant(), about, says);
  }

  private void maybe(Map<String, String> values, String name, String value) {
    if (!chance(4) && !value.isEmpty()) {
      values.put(name, value);
    }
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private Instant instant() {
    return START.plus(12L * random.nextInt(HALF_DAYS), ChronoUnit.HOURS);
  }

  private String date() {
    return chance(5)
        ? "2000-02-29"
        : LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000)).toString();
  }

  private String number() {
    return pick(List.of("0", "1", "10", "33.33", "33.34", "99.99", "100", "100.01"));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private List<String> some(List<String> values) {
    return values.stream().filter(value -> random.nextBoolean()).toList();
  }
}
