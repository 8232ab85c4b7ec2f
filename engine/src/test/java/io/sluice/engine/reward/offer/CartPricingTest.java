package io.sluice.engine.reward.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.reward.offer.OfferTerms.Benefit;
import io.sluice.engine.reward.offer.OfferTerms.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CartPricingTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final List<MarkedOffer> offers = new ArrayList<>();
  private final List<Cart.Line> lines = new ArrayList<>();
  private String shipping = "0";

  private CartPricingTest line(String product, int quantity, String price) {
    lines.add(new Cart.Line(product, Optional.of("shoes"), quantity, new BigDecimal(price)));
    return this;
  }

  private CartPricingTest offer(String key, Kind kind, Benefit benefit, String value) {
    return offer(key, kind, benefit, value, "0", null, 0, List.of());
  }

  private CartPricingTest offer(
      String key,
      Kind kind,
      Benefit benefit,
      String value,
      String threshold,
      Integer perPerson,
      long had,
      List<String> products) {
    OfferTerms terms =
        new OfferTerms(
            kind,
            benefit,
            new BigDecimal(value),
            Optional.empty(),
            Optional.empty(),
            new BigDecimal("15"),
            new BigDecimal(threshold),
            products,
            List.of());
    offers.add(
        new MarkedOffer(
            new Offer(
                1,
                key,
                key,
                terms,
                Optional.empty(),
                Optional.of(NOON.plusSeconds(1)),
                OptionalLong.empty(),
                perPerson == null ? OptionalInt.empty() : OptionalInt.of(perPerson),
                0,
                Optional.empty(),
                BigDecimal.ONE,
                false),
            had));
    return this;
  }

  private PricedCart priced() {
    return priced(NOON);
  }

  private PricedCart priced(Instant at) {
    return CartPricing.price(new Cart(lines, new BigDecimal(shipping)), offers, at);
  }

  private static void doesNotApply(PricedCart cart, String offer, String code) {
    assertThat(cart.notApplied())
        .anyMatch(one -> one.offer().equals(offer) && one.code().equals(code));
  }

  @Test
  void givesTheSpecialPriceToAsManyItemsAsOnePersonMayHave() {
    line("a", 3, "100");
    offer("special", Kind.SPECIAL_PRICE, Benefit.PRICE, "80", "0", 2, 1, List.of("a"));

    PricedCart cart = priced();

    assertThat(cart.total()).isEqualByComparingTo("280");
    assertThat(cart.lines().get(0).parts())
        .containsExactly(
            new PricedCart.PricedItems(1, new BigDecimal("80"), List.of("special")),
            new PricedCart.PricedItems(2, new BigDecimal("100"), List.of()));
    assertThat(cart.applied().get(0).quantity()).isEqualTo(1);
  }

  @Test
  void addsUpOffersForItemsCheapestForTheCustomer() {
    line("a", 1, "100");
    offer("ten-off", Kind.SINGLE_ITEM, Benefit.MONEY, "10");
    offer("ten-percent", Kind.LIMITED_TIME, Benefit.PERCENT, "10");
    offer("special", Kind.SPECIAL_PRICE, Benefit.PRICE, "80");

    assertThat(priced().total()).isEqualByComparingTo("62");
  }

  @Test
  void countsOnlyTheBestOfferForTheOrderAtThePricesOfTheItems() {
    line("a", 1, "100").line("b", 2, "100");
    offer("special", Kind.SPECIAL_PRICE, Benefit.PRICE, "80", "0", null, 0, List.of("a"));
    offer("forty", Kind.SPEND_AMOUNT, Benefit.MONEY, "40");
    offer("percent", Kind.SPEND_AMOUNT, Benefit.PERCENT, "10");
    offer("ten", Kind.SPEND_AMOUNT, Benefit.MONEY, "10");
    offer("three-hundred", Kind.SPEND_AMOUNT, Benefit.MONEY, "90", "280.01", null, 0, List.of());

    PricedCart cart = priced();

    assertThat(cart.total()).isEqualByComparingTo("240");
    doesNotApply(cart, "percent", "better-offer");
    doesNotApply(cart, "ten", "better-offer");
    doesNotApply(cart, "three-hundred", "below-threshold");
  }

  @Test
  void comparesFreeShippingAndGiftsByWhatTheyAreWorth() {
    line("a", 2, "30");
    shipping = "12";
    offer("gift", Kind.SPEND_ITEMS, Benefit.GIFT, "0", "2", null, 0, List.of());
    offer("shipping", Kind.SPEND_AMOUNT, Benefit.FREE_SHIPPING, "0");
    offer("three", Kind.SPEND_ITEMS, Benefit.MONEY, "50", "3", null, 0, List.of());

    PricedCart cart = priced();

    assertThat(cart.applied()).extracting(PricedCart.AppliedOffer::offer).containsExactly("gift");
    assertThat(cart.total()).isEqualByComparingTo("72");
    doesNotApply(cart, "shipping", "better-offer");
    doesNotApply(cart, "three", "too-few-items");
  }

  @Test
  void roundsWhatAPercentageTakesOffAndTheSumOfALine() {
    line("a", 3, "9.999");
    offer("third", Kind.LIMITED_TIME, Benefit.PERCENT, "33.3333");

    PricedCart cart = priced();

    assertThat(cart.lines().get(0).parts().get(0).unitPrice()).isEqualByComparingTo("6.669");
    assertThat(cart.total()).isEqualTo("20.01");
    assertThat(cart.applied().get(0).saving()).isEqualTo("9.99");
  }

  @Test
  void multipliesPointsByAllOffersForItems() {
    line("a", 1, "30");
    offer("double", Kind.SINGLE_ITEM, Benefit.POINTS, "2");
    offer("triple", Kind.SINGLE_ITEM, Benefit.POINTS, "3");

    assertThat(priced().pointsMultiplier()).isEqualByComparingTo("6");
  }

  @Test
  void neverTakesOffMoreThanThereIs() {
    line("a", 1, "30");
    offer("forty-off", Kind.SINGLE_ITEM, Benefit.MONEY, "40");
    offer("order", Kind.SPEND_AMOUNT, Benefit.MONEY, "40");

    PricedCart cart = priced();

    assertThat(cart.total()).isEqualByComparingTo("0");
    doesNotApply(cart, "order", "no-saving");
  }

  @Test
  void saysWhyAnOfferDoesNotCount() {
    line("a", 1, "30");
    offer("other", Kind.SINGLE_ITEM, Benefit.MONEY, "1", "0", null, 0, List.of("b"));
    offer("had", Kind.SINGLE_ITEM, Benefit.MONEY, "1", "0", 2, 2, List.of("a"));

    doesNotApply(priced(), "other", "not-in-cart");
    doesNotApply(priced(), "had", "per-person-limit");
    doesNotApply(priced(NOON.plusSeconds(1)), "had", "over");
  }
}
