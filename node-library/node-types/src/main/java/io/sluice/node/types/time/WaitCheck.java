package io.sluice.node.types.time;

import io.sluice.node.AttributeKind;
import io.sluice.node.NodeCheck;
import io.sluice.node.Text;
import io.sluice.node.types.Unused;
import io.sluice.node.types.time.WaitNode.Settings;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** Tells what is wrong with the settings of a wait. */
record WaitCheck(NodeCheck check) {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int LAST_YEAR = 2999;

  void check(Settings settings) {
    if (settings.waitFor() == null) {
      check.error(
          "missing-wait",
          "for",
          Text.of(
              "Say what to wait for: 'duration', 'until', 'weekday', 'date' or 'entry'.",
              "请选择等待方式:“duration”、“until”、“weekday”、“date”或“entry”。"));
      return;
    }
    switch (settings.waitFor()) {
      case UNTIL -> checkUntil(settings.until());
      case DURATION, ENTRY -> checkDuration(settings.duration());
      case WEEKDAY -> {
        if (settings.time() == null) {
          check.error(
              "missing-time",
              "time",
              Text.of("Give a time of day, for example 09:00.", "请填写时刻，例如 09:00。"));
        }
      }
      case DATE -> checkDate(settings.date());
    }
    new WaitUnused(new Unused(check)).check(settings);
  }

  private void checkUntil(LocalDateTime until) {
    if (until == null) {
      check.error(
          "missing-until",
          "until",
          Text.of("Give the date and time to wait for.", "请填写等待到的日期和时间。"));
    } else if (until.getYear() > LAST_YEAR) {
      check.error(
          "until-too-late",
          "until",
          Text.of("Give a year up to " + LAST_YEAR + ".", "年份最晚为 " + LAST_YEAR + " 年。"));
    }
  }

  private void checkDuration(Duration duration) {
    if (duration == null || duration.isNegative() || duration.isZero()) {
      check.error(
          "missing-duration",
          "duration",
          Text.of("Give a time span above zero, for example P3D.", "请填写大于零的时长，例如 P3D。"));
    } else if (duration.compareTo(LONGEST) > 0) {
      check.error("wait-too-long", "duration", Text.of("Wait at most 366 days.", "等待时间最长 366 天。"));
    }
  }

  private void checkDate(WaitDate date) {
    if (date == null || date.of() == null) {
      check.error(
          "missing-date",
          "date.of",
          Text.of(
              "Say which date to wait for, for example {\"of\":\"birth-date\"}.",
              "请选择等待的日期，例如 {\"of\":\"birth-date\"}。"));
    } else if (date.of() == WaitDate.Of.ATTRIBUTE) {
      checkAttribute(date.attribute());
    } else if (date.of().isOfCoupon()) {
      checkCoupon(date);
    }
  }

  private void checkAttribute(String attribute) {
    if (attribute == null || attribute.isBlank()) {
      check.error(
          "missing-attribute",
          "date.attribute",
          Text.of("Say which date attribute to wait for.", "请选择日期属性。"));
      return;
    }
    Optional<String> type = check.attributeKind(attribute).map(AttributeKind::type);
    if (type.isEmpty()) {
      check.error(
          "unknown-attribute",
          "date.attribute",
          Text.of(
              "There is no attribute '%s'; name a date attribute of the workspace."
                  .formatted(attribute),
              "没有属性“%s”；请填写工作区的日期属性。".formatted(attribute)));
    } else if (!type.get().equals("date")) {
      check.error(
          "not-a-date",
          "date.attribute",
          Text.of(
              "The attribute '%s' is no date; name one that is.".formatted(attribute),
              "属性“%s”不是日期；请选择日期属性。".formatted(attribute)));
    }
  }

  private void checkCoupon(WaitDate date) {
    if (date.node() == null || date.node().isBlank()) {
      check.error(
          "missing-coupon-node",
          "date.node",
          Text.of("Say which node before this one gave the coupon, by its id.", "请填写之前发券节点的标识。"));
    } else if (!check.givesCoupons(date.node())) {
      check.error(
          "no-coupon-before",
          "date.node",
          Text.of(
              "No node '%s' before this one gives a coupon; name one by its id."
                  .formatted(date.node()),
              "此节点之前没有发券节点“%s”；请填写发券节点的标识。".formatted(date.node())));
    }
    if (date.returnsEveryYear()) {
      check.error(
          "not-every-year",
          "date.yearly",
          Text.of(
              "The date of a coupon does not come again; leave 'yearly' out.",
              "券的日期不会每年重复；请去掉“yearly”。"));
    }
  }
}
