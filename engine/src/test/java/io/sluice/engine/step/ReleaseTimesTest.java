package io.sluice.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ReleaseTimesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:07:00Z");

  private static Map<Instant, Audience> every(Duration pause, int times) {
    Map<Instant, Audience> wanted = new HashMap<>();
    for (int i = 0; i < times; i++) {
      wanted.put(START.plus(pause.multipliedBy(i)), Audience.of(i));
    }
    return wanted;
  }

  @Test
  void keepsInstantsThatAreFew() {
    Map<Instant, Audience> wanted = every(Duration.ofMinutes(15), ReleaseTimes.MOST);

    assertThat(ReleaseTimes.few(wanted)).isEqualTo(wanted);
  }

  @Test
  void roundsUpUntilTheyAreFewAndNobodyGoesTooEarlyOrIsLost() {
    Map<Instant, Audience> wanted = every(Duration.ofMinutes(15), 20_000);

    SortedMap<Instant, Audience> few = ReleaseTimes.few(wanted);

    // 5,000 hours: full hours are too many, so are every second, every fourth makes 1,250.
    assertThat(few).hasSize(1250);
    assertThat(few.values().stream().mapToInt(Audience::size).sum()).isEqualTo(20_000);
    few.forEach(
        (instant, people) ->
            people.forEach(
                member ->
                    assertThat(START.plus(Duration.ofMinutes(15L * member)))
                        .isBeforeOrEqualTo(instant)
                        .isAfter(instant.minus(Duration.ofHours(4)))));
  }
}
