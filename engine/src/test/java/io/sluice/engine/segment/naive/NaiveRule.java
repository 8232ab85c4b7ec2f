package io.sluice.engine.segment.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Decides of one person whether a rule is met. Shares no code with the engine. */
public final class NaiveRule {
  private final Instant now;
  private final ZoneId zone;
  private final Map<String, JsonNode> segments;

  /** Rules as read at an instant in a zone, with the dynamic segments there are. */
  public NaiveRule(Instant now, ZoneId zone, Map<String, JsonNode> segments) {
    this.now = now;
    this.zone = zone;
    this.segments = segments;
  }

  /** Whether the person is a member by now and meets the rule. */
  public boolean meets(Person person, JsonNode rule) {
    return !person.registered.isAfter(now) && holds(person, rule);
  }

  private boolean holds(Person person, JsonNode rule) {
    if (rule.has("all")) {
      return all(rule.get("all")).stream().allMatch(part -> holds(person, part));
    }
    if (rule.has("any")) {
      return all(rule.get("any")).stream().anyMatch(part -> holds(person, part));
    }
    if (rule.has("none")) {
      return all(rule.get("none")).stream().noneMatch(part -> holds(person, part));
    }
    boolean not = rule.path("op").asText().equals("has-not");
    if (rule.has("tag")) {
      return not != person.tags.contains(rule.get("tag").asText());
    }
    if (rule.has("segment")) {
      String key = rule.get("segment").asText();
      return not
          != (segments.containsKey(key)
              ? holds(person, segments.get(key))
              : person.segments.contains(key));
    }
    if (rule.has("consent")) {
      return not != agreed(person, rule.get("consent").asText());
    }
    if (rule.has("member")) {
      return all(rule.get("member")).stream().anyMatch(key -> key.asText().equals(person.key));
    }
    if (rule.has("lifecycle")) {
      List<String> stages = new NaiveOrders(person, now, zone).stages();
      return all(rule.get("lifecycle")).stream().anyMatch(s -> stages.contains(s.asText()));
    }
    if (rule.has("anniversary")) {
      return anniversary(person, rule);
    }
    if (rule.has("orders")) {
      return new NaiveOrders(person, now, zone).meets(rule);
    }
    if (rule.has("events")) {
      return new NaiveEvents(person, now, zone).meets(rule);
    }
    NaiveValues values = new NaiveValues(now, zone);
    String name = rule.path("profile").asText(rule.path("attribute").asText());
    return name.equals("registered_at")
        ? values.instant(person.registered, rule)
        : values.text(
            rule.has("profile") ? person.profile.get(name) : person.attributes.get(name),
            kind(name),
            rule);
  }

  private static String kind(String name) {
    return switch (name) {
      case "level", "spent" -> "number";
      case "birth_date", "wedding" -> "date";
      case "hobbies" -> "several";
      default -> "text";
    };
  }

  /** What was said last by now counts; of two at one instant, the one said later in the list. */
  private boolean agreed(Person person, String channel) {
    Person.Consent last = null;
    for (Person.Consent consent : person.consents) {
      if (consent.channel().equals(channel)
          && !consent.at().isAfter(now)
          && (last == null || !consent.at().isBefore(last.at()))) {
        last = consent;
      }
    }
    return last != null && last.granted();
  }

  private boolean anniversary(Person person, JsonNode rule) {
    String name = rule.get("anniversary").asText();
    String value =
        name.equals("birth_date")
            ? person.profile.get(name)
            : person.attributes.get(name.substring("attribute:".length()));
    if (value == null) {
      return false;
    }
    LocalDate date = LocalDate.parse(value);
    LocalDate today = now.atZone(zone).toLocalDate();
    for (int day = rule.get("from").asInt(); day <= rule.get("to").asInt(); day++) {
      // LocalDate.withYear moves 29 February to the 28th in common years.
      LocalDate one = today.plusDays(day);
      if (date.withYear(one.getYear()).equals(one)) {
        return true;
      }
    }
    return false;
  }

  static List<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
