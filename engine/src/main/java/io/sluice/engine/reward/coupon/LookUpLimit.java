package io.sluice.engine.reward.coupon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Ends guessing: who asks for too many codes that are not there gets no answer for a while. */
@Component
class LookUpLimit {
  private static final int MISSES = 30;
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final Cache<String, AtomicInteger> misses =
      Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(100_000).build();

  /**
   * Refuses a caller who missed too often.
   *
   * @throws Problem 429 then
   */
  void require(String caller) {
    AtomicInteger count = misses.getIfPresent(caller);
    if (count != null && count.get() >= MISSES) {
      throw new Problem(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-look-ups",
          "Too many codes that do not exist were asked for from here; try again in a minute.");
    }
  }

  void missed(String caller) {
    misses.get(caller, key -> new AtomicInteger()).incrementAndGet();
  }
}
