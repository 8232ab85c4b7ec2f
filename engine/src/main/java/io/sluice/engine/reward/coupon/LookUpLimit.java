package io.sluice.engine.reward.coupon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Ends guessing. Only codes that are not there count. Whoever sends too many of them is told to
 * wait, but right codes are still answered: behind one address there may be a whole shop. Only who
 * sends far more than people can type is shut out altogether.
 */
@Component
class LookUpLimit {
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final int wrongPerMinute;
  private final int shutOutPerMinute;
  private final Cache<String, AtomicInteger> misses =
      Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(100_000).build();

  LookUpLimit(
      @Value("${sluice.coupons.wrong-per-minute:30}") int wrongPerMinute,
      @Value("${sluice.coupons.shut-out-per-minute:1000}") int shutOutPerMinute) {
    this.wrongPerMinute = wrongPerMinute;
    this.shutOutPerMinute = shutOutPerMinute;
  }

  /**
   * Looks up a code.
   *
   * @param caller where the request comes from
   * @return nothing where there is no such code
   * @throws Problem 429 for a wrong code too many
   */
  <T> Optional<T> lookUp(String caller, Supplier<Optional<T>> look) {
    AtomicInteger wrong = misses.get(caller, any -> new AtomicInteger());
    if (wrong.get() >= shutOutPerMinute) {
      throw tooMany();
    }
    Optional<T> found = look.get();
    if (found.isEmpty() && wrong.incrementAndGet() > wrongPerMinute) {
      throw tooMany();
    }
    return found;
  }

  private static Problem tooMany() {
    return new Problem(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-look-ups",
        "Too many codes that do not exist were asked for from here; try again in a minute.");
  }
}
