package io.sluice.node.types.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.node.AttributeKind;
import io.sluice.node.Audience;
import io.sluice.node.DateRef;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.time.WaitDate.Of;
import io.sluice.node.types.time.WaitDate.Side;
import io.sluice.node.types.time.WaitDate.Unit;
import io.sluice.node.types.time.WaitNode.Settings;
import io.sluice.node.types.time.WaitNode.WaitFor;
import io.sluice.node.types.time.WaitNode.Weekday;
import io.sluice.node.types.time.WaitNode.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitNodeTest extends NodeTypeContract<Settings> {
  WaitNodeTest() {
    super(
        new WaitNode(),
        new Settings(WaitFor.DURATION, Duration.ofDays(3), null, null, null, null, null),
        new Settings(WaitFor.ENTRY, Duration.ofDays(3), null, null, null, null, null),
        until(null),
        until(Zone.MEMBER),
        weekday(null),
        weekday(Zone.MEMBER),
        date(Of.BIRTH_DATE, null, 7, Unit.DAYS, Side.BEFORE, Zone.MEMBER),
        date(Of.ATTRIBUTE, true, 3, Unit.HOURS, Side.BEFORE, null),
        date(Of.ATTRIBUTE, false, 400, Unit.DAYS, Side.AFTER, Zone.MEMBER),
        date(Of.REGISTRATION, true, 1000, Unit.DAYS, Side.AFTER, null),
        date(Of.COUPON_EXPIRES, null, 2, Unit.DAYS, Side.BEFORE, null),
        date(Of.ORDER_PAID, null, 5, Unit.HOURS, Side.AFTER, Zone.MEMBER),
        date(Of.ORDER_SHIPPED, null, null, null, null, null));
  }

  private static Settings until(Zone zone) {
    LocalDateTime until = LocalDateTime.parse("2026-01-20T10:00");
    return new Settings(WaitFor.UNTIL, null, until, null, null, null, zone);
  }

  private static Settings weekday(Zone zone) {
    LocalTime noon = LocalTime.NOON;
    return new Settings(WaitFor.WEEKDAY, null, null, List.of(Weekday.FRIDAY), noon, null, zone);
  }

  private static Settings date(
      Of of, Boolean yearly, Integer amount, Unit unit, Side side, Zone zone) {
    String attribute = of == Of.ATTRIBUTE ? "day" : null;
    String giver = of == Of.COUPON_EXPIRES ? "node" : null;
    WaitDate date = new WaitDate(of, attribute, giver, yearly, amount, unit, side);
    return new Settings(WaitFor.DATE, null, null, null, null, date, zone);
  }

  private Map<Instant, Audience> releases(String settings) {
    return node.settings(settings.replace('\'', '"')).run().releases();
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new WaitNode()).instant("2026-11-21T09:00:00Z").zone("Asia/Shanghai");

  @Test
  void waitsForATimeSpan() {
    assertThat(node.settings("{\"for\":\"duration\",\"duration\":\"P3D\"}").run().release())
        .contains(Instant.parse("2026-11-24T09:00:00Z"));
  }

  @Test
  void waitsUntilTheClocksOfTheWorkspaceShowTheTime() {
    assertThat(node.settings("{\"for\":\"until\",\"until\":\"2026-12-01T10:00\"}").run().release())
        .contains(Instant.parse("2026-12-01T02:00:00Z"));
  }

  @Test
  void doesNotWaitForWhatIsPast() {
    assertThat(node.settings("{\"for\":\"until\",\"until\":\"2026-11-01T10:00\"}").run().release())
        .contains(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @Test
  void waitsUntilTheNextOfSomeWeekdays() {
    // It is Saturday, 17:00 in Shanghai.
    String settings =
        "{\"for\":\"weekday\",\"weekdays\":[\"monday\",\"saturday\"],\"time\":\"%s\"}";

    assertThat(node.settings(settings.formatted("17:00")).run().release())
        .contains(Instant.parse("2026-11-21T09:00:00Z"));
    assertThat(node.settings(settings.formatted("16:59")).run().release())
        .contains(Instant.parse("2026-11-23T08:59:00Z"));
  }

  @Test
  void countsFromEntering() {
    // The people of the tester entered a day before.
    assertThat(node.settings("{\"for\":\"entry\",\"duration\":\"P3D\"}").run().release())
        .contains(Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Test
  void goesByTheClocksOfEachMember() {
    node.in(1, 2, 3).livingIn("America/New_York", 2).livingIn("Europe/Berlin", 9);

    assertThat(releases("{'for':'until','until':'2026-12-01T10:00','zone':'member'}"))
        .containsOnly(
            Map.entry(Instant.parse("2026-12-01T02:00:00Z"), Audience.of(1, 3)),
            Map.entry(Instant.parse("2026-12-01T15:00:00Z"), Audience.of(2)));
  }

  @Test
  void waitsForTheNextBirthdayAtNineAndLetsOthersGoByAnotherPort() {
    DateRef birthday = DateRef.of(DateRef.Kind.BIRTH_DATE);
    node.in(1, 2, 3, 4);
    node.day(birthday, 1, "1990-11-28").day(birthday, 2, "1988-02-29");
    node.day(birthday, 3, "2001-11-27").day(birthday, 9, "2001-12-01");

    String settings = "{'for':'date','date':{'of':'birth-date','amount':7,'side':'before'}}";

    // A week before the 28th is today at 09:00 in Shanghai, which is past by eight hours.
    assertThat(releases(settings))
        .containsOnly(
            Map.entry(Instant.parse("2027-11-21T01:00:00Z"), Audience.of(1)),
            Map.entry(Instant.parse("2027-02-21T01:00:00Z"), Audience.of(2)),
            Map.entry(Instant.parse("2027-11-20T01:00:00Z"), Audience.of(3)));
    assertThat(node.run().at("no-date")).isEqualTo(Audience.of(4));
  }

  @Test
  void countsTheTwentyNinthOfFebruaryAsTheTwentyEighthInCommonYears() {
    DateRef birthday = DateRef.of(DateRef.Kind.BIRTH_DATE);
    node.in(1).day(birthday, 1, "1988-02-29");
    String settings = "{'for':'date','date':{'of':'birth-date'},'time':'08:00'}";

    assertThat(releases(settings)).containsOnlyKeys(Instant.parse("2027-02-28T00:00:00Z"));
    node.instant("2027-06-01T00:00:00Z");
    assertThat(releases(settings)).containsOnlyKeys(Instant.parse("2028-02-29T00:00:00Z"));
  }

  @Test
  void letsGoAtOnceWhoseDateIsPast() {
    DateRef day = new DateRef(DateRef.Kind.ATTRIBUTE, "contract-end");
    node.in(1, 2).day(day, 1, "2026-12-24").day(day, 2, "2026-11-20");

    assertThat(releases("{'for':'date','date':{'of':'attribute','attribute':'contract-end'}}"))
        .containsOnly(
            Map.entry(Instant.parse("2026-12-24T01:00:00Z"), Audience.of(1)),
            Map.entry(Instant.parse("2026-11-21T09:00:00Z"), Audience.of(2)));
  }

  @Test
  void bringsThePeopleOfAQuarterOfAnHourTogetherWhereHoursCount() {
    DateRef expiry = new DateRef(DateRef.Kind.COUPON_EXPIRES, "gift");
    node.in(1, 2, 3);
    node.moment(expiry, 1, "2026-11-30T10:00:00Z").moment(expiry, 2, "2026-11-30T09:45:01Z");
    node.moment(expiry, 3, "2026-11-30T09:45:00Z");

    assertThat(
            releases(
                "{'for':'date','date':{'of':'coupon-expires','node':'gift','amount':24,'unit':'hours','side':'before'}}"))
        .containsOnly(
            Map.entry(Instant.parse("2026-11-29T10:00:00Z"), Audience.of(1, 2)),
            Map.entry(Instant.parse("2026-11-29T09:45:00Z"), Audience.of(3)));
  }

  @Test
  void countsDaysAfterAnInstantOnTheCalendar() {
    DateRef paid = DateRef.of(DateRef.Kind.ORDER_PAID);
    node.in(1).moment(paid, 1, "2026-11-20T20:00:00Z");

    // It was the 21st in Shanghai.
    assertThat(
            releases(
                "{'for':'date','date':{'of':'order-paid','amount':3,'side':'after'},'time':'18:30'}"))
        .containsOnlyKeys(Instant.parse("2026-11-24T10:30:00Z"));
  }

  @Test
  void saysWhatIsWrongWithDates() {
    node.attribute("size", new AttributeKind("text", List.of(), false)).couponNode("gift");

    assertThat(
            node.settings(
                    "{\"for\":\"date\",\"date\":{\"of\":\"attribute\",\"attribute\":\"size\"}}")
                .problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("not-a-date", "date.attribute"));
    assertThat(
            node.settings(
                    "{\"for\":\"date\",\"date\":{\"of\":\"coupon-expires\",\"node\":\"gift\",\"yearly\":true}}")
                .problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("not-every-year", "date.yearly"));
    assertThat(
            node.settings("{\"for\":\"date\",\"date\":{\"of\":\"birth-date\",\"amount\":-1}}")
                .problems())
        .extracting(Problem::field)
        .containsExactly("date.amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                        | missing-wait     | for",
        "{\"for\":\"until\"}                       | missing-until    | until",
        "{\"for\":\"until\",\"until\":\"3000-01-01T00:00\"} | until-too-late | until",
        "{\"for\":\"duration\"}                    | missing-duration | duration",
        "{\"for\":\"duration\",\"duration\":\"PT0S\"}  | missing-duration | duration",
        "{\"for\":\"duration\",\"duration\":\"-P1D\"}  | missing-duration | duration",
        "{\"for\":\"duration\",\"duration\":\"P367D\"} | wait-too-long    | duration",
        "{\"for\":\"entry\"}                       | missing-duration | duration",
        "{\"for\":\"weekday\"}                     | missing-time     | time",
        "{\"for\":\"date\"}                        | missing-date     | date.of",
        "{\"for\":\"date\",\"date\":{\"of\":\"attribute\"}} | missing-attribute | date.attribute",
        "{\"for\":\"date\",\"date\":{\"of\":\"attribute\",\"attribute\":\"x\"}} | unknown-attribute | date.attribute",
        "{\"for\":\"date\",\"date\":{\"of\":\"coupon-claimed\"}} | missing-coupon-node | date.node",
        "{\"for\":\"date\",\"date\":{\"of\":\"registration\",\"attribute\":\"x\"}} | setting-unused | date.attribute",
        "{\"for\":\"date\",\"date\":{\"of\":\"registration\",\"unit\":\"hours\"},\"time\":\"10:00\"} | setting-unused | time",
        "{\"for\":\"duration\",\"duration\":\"P1D\",\"until\":\"2026-01-01T00:00\"} | setting-unused | until",
        "{\"for\":\"entry\",\"duration\":\"P1D\",\"zone\":\"member\"} | setting-unused | zone",
        "{\"for\":\"until\",\"until\":\"2026-01-01T00:00\",\"duration\":\"P1D\"} | setting-unused | duration",
        "{\"for\":\"until\",\"until\":\"2026-01-01T00:00\",\"weekdays\":[\"friday\"]} | setting-unused | weekdays",
        "{\"for\":\"until\",\"until\":\"2026-01-01T00:00\",\"date\":{}} | setting-unused | date",
        "{\"for\":\"date\",\"date\":{\"of\":\"coupon-claimed\",\"node\":\"x\"}} | no-coupon-before | date.node"
      })
  void saysWhatIsWrong(String settings, String code, String field) {
    assertThat(node.settings(settings).problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple(code, field));
  }
}
