package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TwoSharesTest {
  private static final double FOUR_DECIMALS = 0.00005;

  @Test
  void comparesNineThousandWithTheThousandLeftAlone() {
    TwoShares.Result result = new TwoShares(9_000, 1_080, 1_000, 90).result().orElseThrow();

    assertThat(result.difference()).isEqualTo(0.03, within(1e-12));
    assertThat(result.low()).isEqualTo(0.0110, within(FOUR_DECIMALS));
    assertThat(result.high()).isEqualTo(0.0490, within(FOUR_DECIMALS));
    assertThat(result.z().orElseThrow()).isEqualTo(2.8001, within(FOUR_DECIMALS));
    assertThat(result.p().orElseThrow()).isEqualTo(0.0051, within(FOUR_DECIMALS));
    assertThat(result.incremental()).isEqualTo(270, within(1e-9));
  }

  @Test
  void changingSidesTurnsTheDifferenceAndKeepsTheProbability() {
    TwoShares.Result one = new TwoShares(500, 60, 400, 80).result().orElseThrow();
    TwoShares.Result other = new TwoShares(400, 80, 500, 60).result().orElseThrow();

    assertThat(one.difference()).isNegative().isEqualTo(-other.difference(), within(1e-12));
    assertThat(one.low()).isEqualTo(-other.high(), within(1e-12));
    assertThat(one.p().orElseThrow()).isEqualTo(other.p().orElseThrow(), within(1e-12));
  }

  @Test
  void saysNothingOfAnEmptyGroup() {
    assertThat(new TwoShares(0, 0, 10, 1).result()).isEmpty();
    assertThat(new TwoShares(10, 1, 0, 0).result()).isEmpty();
  }

  @Test
  void hasNoTestValueWhereNobodyDidIt() {
    TwoShares.Result result = new TwoShares(10, 0, 20, 0).result().orElseThrow();

    assertThat(result.difference()).isZero();
    assertThat(result.z()).isEmpty();
    assertThat(result.p()).isEmpty();
  }
}
