package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouponCodesTest {
  private final CouponCodes codes = new CouponCodes();

  @Test
  void neverRepeatsACode() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(codes.next())).isTrue();
    }
  }

  @Test
  void readsWhatPeopleType() {
    assertThat(CouponCodes.read("oilx-7k2m 9pqr")).contains("011X7K2M9PQR");
    assertThat(CouponCodes.read("short")).isEmpty();
    assertThat(CouponCodes.read("UUUUUUUUUUUU")).isEmpty();
  }
}
