package io.sluice.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  @ParameterizedTest
  @CsvSource({
    "13812345678, 138****5678",
    "M1, M****",
    "ABCDEFG, A****",
    "ABCDEFGH, ABC****EFGH",
    "会员一二三四五六, 会员一****三四五六"
  })
  void hidesTheMiddle(String text, String masked) {
    assertThat(Mask.of(text)).isEqualTo(masked);
  }

  @Test
  void aFileHoldsNoFormulas() {
    PeoplePage.Person person =
        new PeoplePage.Person("=HYP****K()\"", "+cmd", null, 1, 2, new BigDecimal("3.50"));

    assertThat(PeopleCsv.row(person)).isEqualTo("\"'=HYP****K()\"\"\",\"'+cmd\",,1,2,3.50\r\n");
  }
}
