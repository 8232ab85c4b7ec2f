package io.sluice.engine.reward.coupon;

import io.sluice.node.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a coupon is worth, and when and where it counts, as people read it. */
final class TermsInWords {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final CouponTerms terms;
  private final ZoneId zone;

  /**
   * The terms in words.
   *
   * @param zone the zone in which instants are shown
   */
  TermsInWords(CouponTerms terms, ZoneId zone) {
    this.terms = terms;
    this.zone = zone;
  }

  /** What it takes off. */
  Text worth() {
    String value = plain(terms.faceValue());
    if (terms.kind() == CouponTerms.Kind.AMOUNT) {
      return Text.of(value + " off", "立减 " + value);
    }
    return terms
        .maxDeduction()
        .map(TermsInWords::plain)
        .map(most -> Text.of(value + "% off, at most " + most, "立减 " + value + "%，最多减 " + most))
        .orElseGet(() -> Text.of(value + "% off", "立减 " + value + "%"));
  }

  /** For what it counts. */
  Text conditions() {
    List<Text> parts = new ArrayList<>();
    String threshold = plain(terms.threshold());
    parts.add(
        terms.threshold().signum() > 0
            ? Text.of("orders of " + threshold + " or more", "订单满 " + threshold + " 可用")
            : Text.of("orders of any amount", "订单金额不限"));
    if (!terms.products().isEmpty()) {
      parts.add(only("these products only: ", ", ", "仅限商品：", terms.products()));
    }
    if (!terms.stores().isEmpty()) {
      parts.add(only("these stores only: ", ", ", "仅限门店：", terms.stores()));
    }
    return Text.of(
        parts.stream().map(Text::en).collect(Collectors.joining("; ")),
        parts.stream().map(Text::zh).collect(Collectors.joining("；")));
  }

  private static Text only(String en, String comma, String zh, List<String> names) {
    return Text.of(en + String.join(comma, names), zh + String.join("、", names));
  }

  /**
   * When it counts.
   *
   * @param claimed whether somebody has it; otherwise it is offered
   * @param end when it expires, where that is known
   */
  Text validity(boolean claimed, Optional<Instant> end) {
    Optional<String> from = terms.validFrom().map(this::shown);
    Optional<String> until = end.map(this::shown);
    if (!claimed && terms.validDays().isPresent()) {
      int days = terms.validDays().get();
      return Text.of(
          "for "
              + days
              + (days == 1 ? " day" : " days")
              + " from claiming it"
              + from.map(begin -> ", not before " + begin).orElse("")
              + until.map(last -> ", until " + last + " at the latest").orElse(""),
          from.map(begin -> begin + " 起可用，").orElse("")
              + "领取后 "
              + days
              + " 天内有效"
              + until.map(last -> "，最晚至 " + last).orElse(""));
    }
    if (until.isEmpty()) {
      return from.map(begin -> Text.of("from " + begin + " on", begin + " 起有效"))
          .orElse(Text.of("without end", "长期有效"));
    }
    return Text.of(
        from.map(begin -> "from " + begin + " ").orElse("") + "until " + until.get(),
        from.map(begin -> begin + " ").orElse("有效期") + "至 " + until.get());
  }

  /** An instant as it is shown. */
  String shown(Instant instant) {
    return MINUTES.format(LocalDateTime.ofInstant(instant, zone));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
