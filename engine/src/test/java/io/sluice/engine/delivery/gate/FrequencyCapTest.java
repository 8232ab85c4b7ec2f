package io.sluice.engine.delivery.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyCapTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final int ANNA = 7;

  private static Reservation sms(Duration after, int... members) {
    return new Reservation("sms", START.plus(after), Audience.of(members));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,0,false",
    "PT1H,1,false",
    "PT2H,2,false",
    "PT23H59M59S,3,true",
    "PT24H1S,3,false"
  })
  void allowsThreeInAnyTwentyFourHours(Duration after, int before, boolean held) {
    List<Reservation> sent =
        List.of(
                sms(Duration.ZERO, ANNA),
                sms(Duration.ofHours(1), ANNA),
                sms(Duration.ofHours(2), ANNA))
            .subList(0, before);

    Audience reached = FrequencyCap.DEFAULT.reachedAt(START.plus(after), "sms", sent);

    assertThat(reached.contains(ANNA)).isEqualTo(held);
  }

  @Test
  void countsMessagesThatAreOnlyPlanned() {
    List<Reservation> planned =
        List.of(
            sms(Duration.ofHours(10), ANNA),
            sms(Duration.ofHours(11), ANNA),
            sms(Duration.ofHours(12), ANNA));

    assertThat(FrequencyCap.DEFAULT.reachedAt(START, "sms", planned)).isEqualTo(Audience.of(ANNA));
    assertThat(FrequencyCap.DEFAULT.reachedAt(START.minus(Duration.ofHours(13)), "sms", planned))
        .isEqualTo(Audience.empty());
  }

  @Test
  void capsOneChannelOnly() {
    FrequencyCap oneSms = new FrequencyCap(1, 24, Optional.of("sms"));
    List<Reservation> sent = List.of(sms(Duration.ZERO, ANNA));

    assertThat(oneSms.reachedAt(START, "sms", sent)).isEqualTo(Audience.of(ANNA));
    assertThat(oneSms.reachedAt(START, "email", sent)).isEqualTo(Audience.empty());
  }

  /** Against a count of every span of the cap's length that the new message falls into. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithCountingPersonByPerson(long seed) {
    Random random = new Random(seed);
    List<Reservation> sent = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sent.add(
          sms(
              Duration.ofHours(random.nextInt(96) - 48),
              random.ints(20, 0, 40).distinct().toArray()));
    }

    Audience reached = FrequencyCap.DEFAULT.reachedAt(START, "sms", sent);

    for (int member = 0; member < 40; member++) {
      assertThat(reached.contains(member)).as("member %d", member).isEqualTo(isFull(member, sent));
    }
  }

  private static boolean isFull(int member, List<Reservation> sent) {
    for (int end = 0; end < 24; end++) {
      int inSpan = 0;
      for (Reservation one : sent) {
        long hour = Duration.between(START, one.at()).toHours();
        if (one.members().contains(member) && hour > end - 24 && hour <= end) {
          inSpan++;
        }
      }
      if (inSpan >= 3) {
        return true;
      }
    }
    return false;
  }
}
