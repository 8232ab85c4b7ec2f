package io.sluice.engine.reward.offer;

import static io.sluice.engine.web.InputNumber.anyAmount;
import static io.sluice.engine.web.InputNumber.plain;

import io.sluice.engine.reward.offer.OfferTerms.Benefit;
import io.sluice.engine.reward.offer.OfferTerms.Kind;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputNumber;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An offer as it is written and shown. */
record OfferDocument(
    @Schema(description = "Shown only; the address names the offer") String key,
    String name,
    @Schema(
            description =
                "Of whole orders: spend-amount, spend-items; of single items: limited-time,"
                    + " single-item, special-price")
        String kind,
    @Schema(description = "Shown only: order (only the best counts) or item (all count)")
        String level,
    @Schema(description = "money, percent, free-shipping, gift or points; price for special-price")
        String benefit,
    @Schema(
            description =
                "The amount off, the percentage off, the special price, or by what points are"
                    + " multiplied")
        BigDecimal value,
    @Schema(description = "The most that a percentage takes off") BigDecimal maxDiscount,
    @Schema(description = "What is given along") String gift,
    @Schema(description = "What the gift or the points are worth, to compare offers; 0 if left out")
        BigDecimal worth,
    @Schema(description = "For spend-amount: the smallest amount that counts; 0 if left out")
        BigDecimal threshold,
    @Schema(description = "For spend-items: how many items count; 1 if left out") Integer items,
    List<String> products,
    List<String> categories,
    Instant validFrom,
    Instant validUntil,
    @Schema(description = "How many items, or orders, can have it; no limit if left out")
        Long quantity,
    @Schema(description = "How many of them one person can have; no limit if left out")
        Integer perPerson,
    @Schema(description = "What one use is expected to cost, for the forecast")
        BigDecimal expectedCost,
    @Schema(description = "The share of the marked people who use it, 0 to 1; 1 if left out")
        BigDecimal expectedShare,
    Boolean closed,
    @Schema(description = "Shown only: how many were used") Long used) {
  static final int NAME_LENGTH = 200;
  static final long MOST = 1_000_000_000;

  /**
   * The offer of that key.
   *
   * @throws Problem 400 naming the field that is wrong
   */
  Offer read(String offerKey) {
    Optional<Instant> from =
        Optional.ofNullable(validFrom).map(at -> InputInstant.within("/validFrom", at));
    Optional<Instant> until =
        Optional.ofNullable(validUntil).map(at -> InputInstant.within("/validUntil", at));
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw TermsReader.bad("validUntil", "must be after 'validFrom'");
    }
    OfferTerms terms = new TermsReader(this).read();
    if (terms.kind() == Kind.LIMITED_TIME && validUntil == null) {
      throw TermsReader.bad("validUntil", "is missing; say when the limited time ends");
    }
    return new Offer(
        0,
        offerKey,
        InputText.name("/name", name, NAME_LENGTH),
        terms,
        from,
        until,
        quantity == null
            ? OptionalLong.empty()
            : OptionalLong.of(InputNumber.count("/quantity", quantity, MOST)),
        perPerson == null
            ? OptionalInt.empty()
            : OptionalInt.of(InputNumber.count("/perPerson", perPerson, MOST)),
        0,
        anyAmount("/expectedCost", expectedCost),
        InputNumber.share("/expectedShare", expectedShare),
        closed != null && closed);
  }

  static OfferDocument of(Offer offer) {
    OfferTerms terms = offer.terms();
    boolean byItems = terms.kind() == Kind.SPEND_ITEMS;
    boolean worthless = terms.benefit().lowersPrices() || terms.benefit() == Benefit.FREE_SHIPPING;
    return new OfferDocument(
        offer.key(),
        offer.name(),
        terms.kind().key(),
        terms.kind().ofOrder() ? "order" : "item",
        terms.benefit().key(),
        terms.benefit() == Benefit.FREE_SHIPPING || terms.benefit() == Benefit.GIFT
            ? null
            : plain(terms.value()),
        terms.maxDiscount().map(InputNumber::plain).orElse(null),
        terms.gift().orElse(null),
        worthless ? null : plain(terms.worth()),
        terms.kind() == Kind.SPEND_AMOUNT ? plain(terms.threshold()) : null,
        byItems ? terms.threshold().intValueExact() : null,
        terms.products(),
        terms.categories(),
        offer.validFrom().orElse(null),
        offer.validUntil().orElse(null),
        offer.quantity().isPresent() ? offer.quantity().getAsLong() : null,
        offer.perPerson().isPresent() ? offer.perPerson().getAsInt() : null,
        offer.expectedCost().map(InputNumber::plain).orElse(null),
        plain(offer.expectedShare()),
        offer.closed(),
        offer.used());
  }
}
