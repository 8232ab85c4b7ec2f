package io.sluice.engine.reward.coupon;

import io.sluice.engine.web.Pages;
import io.sluice.node.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What the person who was offered or given a coupon sees of it. */
final class ClaimPage {
  private final Batch batch;
  private final Coupon coupon;
  private final TermsInWords words;
  private final Instant now;
  private final Locale language;

  ClaimPage(Coupons.Found found, ZoneId zone, Instant now, Locale language) {
    this.batch = found.batch();
    this.coupon = found.coupon();
    this.words = new TermsInWords(batch.terms(), zone);
    this.now = now;
    this.language = language;
  }

  /** The page of a coupon as it stands. */
  ResponseEntity<String> shown() {
    return page(HttpStatus.OK, sentence());
  }

  /** The answer to who claimed it just now. */
  ResponseEntity<String> claimed() {
    return page(HttpStatus.OK, Text.of("The coupon is yours.", "领取成功。"));
  }

  /** The answer to who cannot claim it any more. */
  ResponseEntity<String> refused() {
    return page(HttpStatus.CONFLICT, sentence());
  }

  private Text sentence() {
    return switch (coupon.state(now)) {
      case REVOKED -> Text.of("This coupon was revoked.", "此优惠券已撤销。");
      case USED -> Text.of("This coupon was used.", "此优惠券已使用。");
      case EXPIRED -> Text.of("This coupon has expired.", "此优惠券已过期。");
      case CLAIMED -> Text.of("You have this coupon.", "您已领取此优惠券。");
      case OFFERED -> offer();
    };
  }

  private Text offer() {
    if (batch.terms().isOver(now)) {
      return Text.of("This coupon has expired.", "此优惠券已过期。");
    }
    return isClaimable()
        ? Text.of("A coupon for you.", "您有一张优惠券。")
        : Text.of("All coupons of this kind are claimed.", "优惠券已被领完。");
  }

  private boolean isClaimable() {
    return coupon.state(now) == Coupon.State.OFFERED
        && !batch.terms().isOver(now)
        && batch.left() > 0;
  }

  private ResponseEntity<String> page(HttpStatus status, Text sentence) {
    boolean has = coupon.state(now) == Coupon.State.CLAIMED;
    StringBuilder more = new StringBuilder("<dl>");
    row(more, Text.of("Worth", "优惠"), words.worth());
    row(more, Text.of("Conditions", "使用条件"), words.conditions());
    validity().ifPresent(words -> row(more, Text.of("Valid", "有效期"), words));
    more.append("</dl>");
    if (has) {
      more.append("<p class=\"code\">").append(Pages.escaped(grouped())).append("</p>");
      more.append("<p>").append(Pages.escaped(in(howTo()))).append("</p>");
    }
    if (isClaimable()) {
      more.append(Pages.button(in(Text.of("Claim", "立即领取"))));
    }
    return Pages.page(status, language, batch.name(), in(sentence), more.toString());
  }

  /** Who cannot use it any more is not told for how long they could, but when that was over. */
  private Optional<Text> validity() {
    Coupon.State state = coupon.state(now);
    if (state == Coupon.State.REVOKED || state == Coupon.State.USED) {
      return Optional.empty();
    }
    Optional<Instant> end = Optional.ofNullable(coupon.expiresAt());
    boolean over = state == Coupon.State.EXPIRED || batch.terms().isOver(now);
    return Optional.of(
        over
            ? words.validity(true, end.or(() -> batch.terms().validUntil()))
            : words.validity(coupon.claimedAt() != null, end));
  }

  private Text howTo() {
    Optional<String> begin = batch.terms().validFrom().filter(now::isBefore).map(words::shown);
    return begin
        .map(
            from ->
                Text.of(
                    "It cannot be used yet: only from " + from + " on.", "尚未生效，" + from + " 起可用。"))
        .orElse(Text.of("Show this code when you pay.", "付款时出示此券码。"));
  }

  /** In groups, as people read it out; hyphens do not matter where it is typed. */
  private String grouped() {
    return coupon.code().replaceAll("(.{4})(?!$)", "$1-");
  }

  private void row(StringBuilder rows, Text name, Text value) {
    rows.append("<dt>").append(Pages.escaped(in(name))).append("</dt><dd>");
    rows.append(Pages.escaped(in(value))).append("</dd>");
  }

  private String in(Text text) {
    return Pages.isChinese(language) ? text.zh() : text.en();
  }
}
