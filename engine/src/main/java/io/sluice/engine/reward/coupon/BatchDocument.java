package io.sluice.engine.reward.coupon;

import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A batch of coupons as it is written and shown. */
record BatchDocument(
    @Schema(description = "Shown only; the address names the batch") String key,
    String name,
    @Schema(description = "amount or percent") String kind,
    @Schema(description = "The amount off, or the percentage off") BigDecimal value,
    @Schema(description = "The most that a percentage takes off") BigDecimal maxDeduction,
    @Schema(description = "The smallest order that counts; 0 where it is left out")
        BigDecimal threshold,
    @Schema(description = "direct: who is given one has it; claim: a link claims it") String issue,
    @Schema(description = "How many there are; no limit where it is left out") Long stock,
    @Schema(description = "How many one person may have; 1 where it is left out") Integer perPerson,
    Instant validFrom,
    Instant validUntil,
    @Schema(description = "After how many times 24 hours from its claim a coupon expires")
        Integer validDays,
    List<String> products,
    List<String> stores,
    @Schema(description = "The order expected with a coupon, for the forecast of the cost")
        BigDecimal expectedOrder,
    @Schema(description = "The share of given coupons expected to be used, 0 to 1; 1 if left out")
        BigDecimal expectedShare,
    Boolean closed,
    @Schema(description = "Shown only: how much of the stock is taken") Long taken) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final int DECIMALS = 4;
  private static final int SHARE_DECIMALS = 8;
  private static final int NAME_LENGTH = 200;
  private static final int MOST_DAYS = 3660;
  private static final int MOST_RESTRICTIONS = 200;
  private static final int RESTRICTION_LENGTH = 80;
  private static final long MOST_STOCK = 1_000_000_000L;
  private static final int MOST_PER_PERSON = 1_000;

  /**
   * The batch of that key.
   *
   * @throws Problem 400 naming the field that is wrong
   */
  Batch read(String batchKey) {
    CouponTerms.Kind type = readKind();
    BigDecimal face = amount("value", value, null);
    if (face.signum() == 0 || type == CouponTerms.Kind.PERCENT && face.compareTo(HUNDRED) > 0) {
      throw bad("value", "must be above 0, and at most 100 where it is a percentage");
    }
    if (type == CouponTerms.Kind.AMOUNT && maxDeduction != null) {
      throw bad("maxDeduction", "only goes with a percentage; leave it out");
    }
    if (type == CouponTerms.Kind.PERCENT && maxDeduction == null && expectedOrder == null) {
      throw bad(
          "expectedOrder",
          "must be given for a percentage without 'maxDeduction', or nobody can tell what it costs");
    }
    Optional<Instant> from =
        Optional.ofNullable(validFrom).map(at -> InputInstant.within("/validFrom", at));
    Optional<Instant> until =
        Optional.ofNullable(validUntil).map(at -> InputInstant.within("/validUntil", at));
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw bad("validUntil", "must be after 'validFrom'");
    }
    if (stock != null && (stock < 0 || stock > MOST_STOCK)) {
      throw bad("stock", "must be from 0 to " + MOST_STOCK + "; leave it out for no limit");
    }
    return new Batch(
        0,
        batchKey,
        InputText.name("/name", name, NAME_LENGTH),
        new CouponTerms(
            type,
            face,
            Optional.ofNullable(maxDeduction).map(most -> amount("maxDeduction", most, null)),
            amount("threshold", threshold, BigDecimal.ZERO),
            from,
            until,
            Optional.ofNullable(validDays).map(days -> within("validDays", days, MOST_DAYS)),
            InputText.names("/products", products, MOST_RESTRICTIONS, RESTRICTION_LENGTH),
            InputText.names("/stores", stores, MOST_RESTRICTIONS, RESTRICTION_LENGTH)),
        claimed(),
        stock == null ? OptionalLong.empty() : OptionalLong.of(stock),
        perPerson == null ? 1 : within("perPerson", perPerson, MOST_PER_PERSON),
        Optional.ofNullable(expectedOrder).map(order -> amount("expectedOrder", order, null)),
        share(),
        closed != null && closed,
        0);
  }

  private CouponTerms.Kind readKind() {
    if ("amount".equals(kind)) {
      return CouponTerms.Kind.AMOUNT;
    }
    if ("percent".equals(kind)) {
      return CouponTerms.Kind.PERCENT;
    }
    throw bad("kind", "must be amount or percent");
  }

  private boolean claimed() {
    if (issue != null && !issue.equals("direct") && !issue.equals("claim")) {
      throw bad("issue", "must be direct or claim");
    }
    return "claim".equals(issue);
  }

  private BigDecimal share() {
    if (expectedShare == null) {
      return BigDecimal.ONE;
    }
    if (expectedShare.signum() < 0
        || expectedShare.compareTo(BigDecimal.ONE) > 0
        || expectedShare.stripTrailingZeros().scale() > SHARE_DECIMALS) {
      throw bad("expectedShare", "must be 0 to 1, with at most 8 decimals");
    }
    return expectedShare;
  }

  private static BigDecimal amount(String field, BigDecimal amount, BigDecimal otherwise) {
    if (amount == null && otherwise != null) {
      return otherwise;
    }
    if (amount == null
        || amount.signum() < 0
        || amount.compareTo(MOST) > 0
        || amount.stripTrailingZeros().scale() > DECIMALS) {
      throw bad(field, "must be a number from 0 to 1000000000 with at most 4 decimals");
    }
    return amount;
  }

  private static int within(String field, int number, int most) {
    if (number < 1 || number > most) {
      throw bad(field, "must be from 1 to " + most);
    }
    return number;
  }

  private static Problem bad(String field, String what) {
    return Problem.badField("bad-coupon-batch", "/" + field, "'" + field + "' " + what + ".");
  }

  static BatchDocument of(Batch batch) {
    CouponTerms terms = batch.terms();
    return new BatchDocument(
        batch.key(),
        batch.name(),
        terms.kind().name().toLowerCase(Locale.ROOT),
        plain(terms.faceValue()),
        terms.maxDeduction().map(BatchDocument::plain).orElse(null),
        plain(terms.threshold()),
        batch.claimed() ? "claim" : "direct",
        batch.stock().isPresent() ? batch.stock().getAsLong() : null,
        batch.perPerson(),
        terms.validFrom().orElse(null),
        terms.validUntil().orElse(null),
        terms.validDays().orElse(null),
        terms.products(),
        terms.stores(),
        batch.expectedOrder().map(BatchDocument::plain).orElse(null),
        plain(batch.expectedShare()),
        batch.closed(),
        batch.taken());
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
