package io.sluice.samples.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A condition, once as a rule and once as the SQL that anyone would count it with.
 *
 * @param sql its first bind value is the workspace
 * @param binds the other bind values
 */
record Question(String name, String rule, String sql, List<Object> binds) {
  private static final String PAID_SINCE =
      " from orders where workspace_id = ? and paid_at > cast(? as timestamptz)"
          + " and paid_at <= cast(? as timestamptz)";

  private static Question of(String name, String rule, String sql, Object... binds) {
    return new Question(name, rule, sql, List.of(binds));
  }

  static Question active() {
    return of(
        "status is active",
        "{\"profile\":\"status\",\"op\":\"is\",\"value\":\"active\"}",
        "select count(*) from member where workspace_id = ? and status = ?",
        "active");
  }

  static Question levelAtLeast(int level) {
    return of(
        "level at least " + level,
        "{\"profile\":\"level\",\"op\":\"at-least\",\"value\":%d}".formatted(level),
        "select count(*) from member where workspace_id = ? and level >= ?",
        level);
  }

  static Question cityTierAtMost(int tier) {
    return of(
        "city tier at most " + tier,
        "{\"profile\":\"city_tier\",\"op\":\"at-most\",\"value\":%d}".formatted(tier),
        "select count(*) from member where workspace_id = ? and city_tier <= ?",
        tier);
  }

  static Question genderIs(String gender) {
    return of(
        "gender is " + gender,
        "{\"profile\":\"gender\",\"op\":\"is\",\"value\":\"%s\"}".formatted(gender),
        "select count(*) from member where workspace_id = ? and gender = ?",
        gender);
  }

  static Question agreed(String channel, Instant at) {
    return of(
        "agreed to " + channel,
        "{\"consent\":\"%s\"}".formatted(channel),
        "select count(*) from consent where workspace_id = ? and channel = ? and granted"
            + " and at <= cast(? as timestamptz)"
            + " and (superseded_at is null or superseded_at > cast(? as timestamptz))",
        channel,
        at,
        at);
  }

  static Question hasApp() {
    return of(
        "has the app",
        "{\"attribute\":\"app_installed\",\"op\":\"is\",\"value\":true}",
        "select count(*) from attribute_flag v join attribute a on a.workspace_id = v.workspace_id"
            + " and a.id = v.attribute_id where v.workspace_id = ? and a.attribute_key = ?"
            + " and v.content",
        "app_installed");
  }

  static Question likes(String category) {
    return of(
        "likes " + category,
        "{\"attribute\":\"favourite_category\",\"op\":\"is\",\"value\":\"%s\"}".formatted(category),
        "select count(*) from attribute_text v join attribute a on a.workspace_id = v.workspace_id"
            + " and a.id = v.attribute_id where v.workspace_id = ? and a.attribute_key = ?"
            + " and v.content = ?",
        "favourite_category",
        category);
  }

  static Question visitedStores(int times) {
    return of(
        "visited stores " + times + " times",
        "{\"attribute\":\"store_visits\",\"op\":\"at-least\",\"value\":%d}".formatted(times),
        "select count(*) from attribute_number v join attribute a"
            + " on a.workspace_id = v.workspace_id and a.id = v.attribute_id"
            + " where v.workspace_id = ? and a.attribute_key = ? and v.content >= ?",
        "store_visits",
        times);
  }

  static Question ordered(int days, Instant at) {
    return of(
        "ordered in " + days + " days",
        "{\"orders\":\"count\",\"op\":\"at-least\",\"value\":1,\"window\":{\"last\":\"P%dD\"}}"
            .formatted(days),
        "select count(distinct member_id)" + PAID_SINCE,
        at.minus(Duration.ofDays(days)),
        at);
  }

  static Question spent(int amount, int days, Instant at) {
    return of(
        "spent " + amount + " in " + days + " days",
        "{\"orders\":\"sum\",\"op\":\"at-least\",\"value\":%d,\"window\":{\"last\":\"P%dD\"}}"
            .formatted(amount, days),
        "select count(*) from (select member_id"
            + PAID_SINCE
            + " group by member_id having sum(amount) >= ?) found",
        at.minus(Duration.ofDays(days)),
        at,
        amount);
  }

  static Question bought(String category, int times, Instant at) {
    return of(
        "bought " + category + " " + times + " times",
        ("{\"orders\":\"count\",\"op\":\"at-least\",\"value\":%d,"
                + "\"where\":{\"category\":[\"%s\"]}}")
            .formatted(times, category),
        "select count(*) from (select member_id from orders o where o.workspace_id = ?"
            + " and paid_at <= cast(? as timestamptz) and exists (select from order_line l"
            + " where l.workspace_id = o.workspace_id and l.order_id = o.id and l.category = ?)"
            + " group by member_id having count(*) >= ?) found",
        at,
        category,
        times);
  }

  static Question silent(Instant at) {
    return of(
        "silent",
        "{\"lifecycle\":[\"silent\"]}",
        "select count(*) from (select member_id from orders where workspace_id = ?"
            + " and paid_at <= cast(? as timestamptz) group by member_id"
            + " having max(paid_at) <= cast(? as timestamptz)"
            + " and max(paid_at) > cast(? as timestamptz)) found",
        at,
        at.minus(Duration.ofDays(91)),
        at.minus(Duration.ofDays(181)));
  }

  static Question registeredWithin(int days, Instant at) {
    Instant since = at.minus(Duration.ofDays(days));
    return of(
        "registered within " + days + " days",
        "{\"profile\":\"registered_at\",\"op\":\"after\",\"value\":\"%s\"}".formatted(since),
        "select count(*) from member where workspace_id = ?"
            + " and registered_at > cast(? as timestamptz)",
        since);
  }
}
