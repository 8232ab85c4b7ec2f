package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The effect table: quotients of each line, and of the sums. */
class EffectTableTest {
  private static final List<Response> LINES =
      List.of(
          line(50_000, 8_500, 1_200, 240_000, 12_000),
          line(30_000, 6_000, 1_500, 450_000, 15_000),
          line(20_000, 7_000, 2_800, 840_000, 20_000));

  private static Response line(int reached, int clicks, int conversions, int amount, int cost) {
    return Response.of(
        reached,
        reached,
        clicks,
        conversions,
        BigDecimal.valueOf(cost),
        BigDecimal.valueOf(amount));
  }

  @Test
  void dividesWithinEachLine() {
    assertThat(LINES)
        .extracting(Response::ctr)
        .containsExactly(exact("0.17"), exact("0.2"), exact("0.35"));
    assertThat(LINES)
        .extracting(Response::cvr)
        .containsExactly(exact("0.141176"), exact("0.25"), exact("0.4"));
    assertThat(LINES)
        .extracting(line -> line.roi().toPlainString())
        .containsExactly("20", "30", "42");
  }

  @Test
  void dividesTheSumsAndNeverTakesTheMeanOfQuotients() {
    Sales sales = new Sales(5_500, 5_500, 5_500, BigDecimal.valueOf(1_530_000), null, null);

    Total total = Total.of(LINES, 100_000, 100_000, 5_500, sales);

    assertThat(total.reached()).isEqualTo(100_000);
    assertThat(total.clicks()).isEqualTo(21_500);
    assertThat(total.ctr()).isEqualTo(exact("0.215"));
    assertThat(total.cvr()).isEqualTo(exact("0.255814"));
    assertThat(total.cost()).isEqualByComparingTo("47000");
    assertThat(total.roi()).isEqualTo(exact("32.553191"));
  }

  @Test
  void hasNoQuotientWhereThereIsNothingToDivideBy() {
    Response nothing = line(0, 0, 0, 0, 0);

    assertThat(nothing.ctr()).isNull();
    assertThat(nothing.cvr()).isNull();
    assertThat(nothing.conversionRate()).isNull();
    assertThat(nothing.roi()).isNull();
  }

  private static BigDecimal exact(String number) {
    return new BigDecimal(number);
  }
}
