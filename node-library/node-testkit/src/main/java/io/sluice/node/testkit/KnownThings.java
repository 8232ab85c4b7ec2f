package io.sluice.node.testkit;

import io.sluice.node.AttributeKind;
import io.sluice.node.CodePool;
import io.sluice.node.CouponKind;
import io.sluice.node.DiscountOffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What settings may refer to. */
interface KnownThings {
  /**
   * Whatever is named is there; attributes named 'day' are dates and others texts, coupons are
   * given directly.
   */
  KnownThings EVERYTHING =
      new KnownThings() {
        @Override
        public boolean hasSegment(String key) {
          return true;
        }

        @Override
        public boolean hasList(String key) {
          return true;
        }

        @Override
        public Optional<AttributeKind> attributeKind(String key) {
          return Optional.of(
              new AttributeKind(key.equals("day") ? "date" : "text", List.of(), false));
        }

        @Override
        public boolean hasAccount(String key) {
          return true;
        }

        @Override
        public Optional<CouponKind> couponKind(String key) {
          return Optional.of(new CouponKind(false, Optional.empty(), Long.MAX_VALUE, false));
        }

        @Override
        public Optional<DiscountOffer> discountOffer(String key) {
          return Optional.of(new DiscountOffer(true, BigDecimal.ZERO, BigDecimal.ZERO));
        }

        @Override
        public Optional<CodePool> codePool(String key) {
          return Optional.of(new CodePool(true, Long.MAX_VALUE, BigDecimal.ZERO));
        }

        @Override
        public boolean givesCoupons(String node) {
          return true;
        }
      };

  /** Nothing is there. */
  KnownThings NOTHING = new FakeWorkspace();

  boolean hasSegment(String key);

  boolean hasList(String key);

  Optional<AttributeKind> attributeKind(String key);

  boolean hasAccount(String key);

  Optional<CouponKind> couponKind(String key);

  Optional<DiscountOffer> discountOffer(String key);

  Optional<CodePool> codePool(String key);

  boolean givesCoupons(String node);
}
