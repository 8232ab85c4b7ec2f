package io.sluice.engine.reward.offer;

import static io.sluice.engine.web.InputNumber.amount;
import static io.sluice.engine.web.InputNumber.anyAmount;

import io.sluice.engine.reward.offer.OfferTerms.Benefit;
import io.sluice.engine.reward.offer.OfferTerms.Kind;
import io.sluice.engine.web.InputNumber;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what an offer gives out of how it is written. */
record TermsReader(OfferDocument given) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_RESTRICTIONS = 200;
  private static final int RESTRICTION_LENGTH = 80;

  /**
   * The terms.
   *
   * @throws Problem 400 naming the field that is wrong
   */
  OfferTerms read() {
    Kind type = one("kind", given.kind(), Kind.values(), Kind::key);
    Benefit gives =
        type == Kind.SPECIAL_PRICE && given.benefit() == null
            ? Benefit.PRICE
            : one("benefit", given.benefit(), Benefit.values(), Benefit::key);
    if ((type == Kind.SPECIAL_PRICE) != (gives == Benefit.PRICE)) {
      throw bad("benefit", "is 'price' for the kind special-price, and only for it");
    }
    if (given.maxDiscount() != null && gives != Benefit.PERCENT) {
      throw bad("maxDiscount", "only goes with a percentage; leave it out");
    }
    if ((given.gift() != null) != (gives == Benefit.GIFT)) {
      throw bad("gift", "names what is given along where the benefit is 'gift', and only there");
    }
    OfferTerms terms =
        new OfferTerms(
            type,
            gives,
            value(gives),
            anyAmount("/maxDiscount", given.maxDiscount()),
            Optional.ofNullable(given.gift())
                .map(text -> InputText.name("/gift", text, OfferDocument.NAME_LENGTH)),
            anyAmount("/worth", given.worth()).orElse(BigDecimal.ZERO),
            threshold(type),
            InputText.names("/products", given.products(), MOST_RESTRICTIONS, RESTRICTION_LENGTH),
            InputText.names(
                "/categories", given.categories(), MOST_RESTRICTIONS, RESTRICTION_LENGTH));
    if ((type == Kind.SINGLE_ITEM || type == Kind.SPECIAL_PRICE)
        && terms.products().isEmpty()
        && terms.categories().isEmpty()) {
      throw bad("products", "is missing; name the products that the offer is for");
    }
    return terms;
  }

  private BigDecimal value(Benefit gives) {
    if (gives == Benefit.FREE_SHIPPING || gives == Benefit.GIFT) {
      if (given.value() != null) {
        throw bad("value", "does not go with '" + gives.key() + "'; leave it out");
      }
      return BigDecimal.ZERO;
    }
    BigDecimal known = amount("/value", given.value());
    boolean percent = gives == Benefit.PERCENT;
    if (known.signum() == 0 && gives != Benefit.PRICE
        || percent && known.compareTo(HUNDRED) > 0
        || gives == Benefit.POINTS && known.compareTo(BigDecimal.ONE) <= 0) {
      throw bad("value", "must be above 0, at most 100 for percent, and above 1 for points");
    }
    return known;
  }

  private BigDecimal threshold(Kind type) {
    if (given.threshold() != null && type != Kind.SPEND_AMOUNT) {
      throw bad("threshold", "only goes with the kind spend-amount; leave it out");
    }
    if (given.items() != null && type != Kind.SPEND_ITEMS) {
      throw bad("items", "only goes with the kind spend-items; leave it out");
    }
    return given.items() != null
        ? BigDecimal.valueOf(InputNumber.count("/items", given.items(), OfferDocument.MOST))
        : anyAmount("/threshold", given.threshold())
            .orElse(type == Kind.SPEND_ITEMS ? BigDecimal.ONE : BigDecimal.ZERO);
  }

  private static <E> E one(String field, String key, E[] values, Function<E, String> keyOf) {
    return Arrays.stream(values)
        .filter(value -> keyOf.apply(value).equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                bad(
                    field,
                    "must be one of: "
                        + Arrays.stream(values).map(keyOf).collect(Collectors.joining(", "))));
  }

  static Problem bad(String field, String what) {
    return Problem.badField("bad-discount-offer", "/" + field, "'" + field + "' " + what + ".");
  }
}
