package io.sluice.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyNumbersTest {
  @Test
  void countsAsAMapDoes() {
    KeyNumbers numbers = new KeyNumbers();
    Map<String, Integer> naive = new HashMap<>();
    Random random = new Random(1);

    for (int i = 0; i < 100_000; i++) {
      String key = "key-" + random.nextInt(30_000);
      assertThat(numbers.count(key)).isEqualTo(naive.merge(key, 1, Integer::sum));
    }
  }

  @Test
  void keepsTheFirstNumber() {
    KeyNumbers numbers = new KeyNumbers();

    assertThat(numbers.putIfAbsent("a", 7)).isZero();
    assertThat(numbers.putIfAbsent("a", 8)).isEqualTo(7);
    assertThat(numbers.putIfAbsent("a", 9)).isEqualTo(7);
    assertThat(numbers.putIfAbsent("b", 9)).isZero();
  }
}
