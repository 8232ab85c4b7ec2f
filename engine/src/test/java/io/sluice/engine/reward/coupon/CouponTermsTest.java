package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.reward.coupon.CouponTerms.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CouponTermsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static CouponTerms terms(Kind kind, String value, String most, String threshold) {
    return new CouponTerms(
        kind,
        new BigDecimal(value),
        Optional.ofNullable(most).map(BigDecimal::new),
        new BigDecimal(threshold),
        Optional.empty(),
        Optional.of(Instant.parse("2026-06-10T00:00:00Z")),
        Optional.of(7),
        List.of(),
        List.of());
  }

  @Test
  void takesAShareOffUpToTheMost() {
    CouponTerms thirty = terms(Kind.PERCENT, "30", "10", "0");

    assertThat(thirty.deduction(new BigDecimal("20"))).isEqualTo("6.00");
    assertThat(thirty.deduction(new BigDecimal("100"))).isEqualTo("10.00");
  }

  @Test
  void takesAnAmountOffFromItsThresholdOn() {
    CouponTerms forty = terms(Kind.AMOUNT, "40", null, "200");

    assertThat(forty.deduction(new BigDecimal("199.99"))).isEqualTo("0.00");
    assertThat(forty.deduction(new BigDecimal("200"))).isEqualTo("40.00");
  }

  @Test
  void neverTakesMoreOffThanTheOrder() {
    assertThat(terms(Kind.AMOUNT, "40", null, "0").deduction(new BigDecimal("25")))
        .isEqualTo("25.00");
  }

  @Test
  void expiresSomeDaysAfterTheClaimButNotAfterTheBatch() {
    CouponTerms terms = terms(Kind.AMOUNT, "1", null, "0");

    assertThat(terms.expiry(NOON)).contains(Instant.parse("2026-06-08T12:00:00Z"));
    assertThat(terms.expiry(NOON.plusSeconds(5 * 86_400)))
        .contains(Instant.parse("2026-06-10T00:00:00Z"));
  }
}
