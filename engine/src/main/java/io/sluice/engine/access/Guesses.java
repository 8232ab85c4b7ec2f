package io.sluice.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;

/**
 * Slows down who guesses passwords: after some wrong ones nothing is looked at for a while, neither
 * from that address for that name, nor from that address at all, nor for that name from anywhere.
 * Each server counts for itself.
 */
final class Guesses {
  static final Duration WHILE = Duration.ofMinutes(5);
  static final int OF_ONE = 5;
  static final int OF_ADDRESS = 50;
  static final int OF_NAME = 100;
  private static final int MOST_REMEMBERED = 100_000;

  private final Cache<String, AtomicInteger> wrong;

  Guesses(Ticker ticker) {
    this.wrong =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(WHILE)
            .maximumSize(MOST_REMEMBERED)
            .build();
  }

  /**
   * Makes sure that a guess may be looked at.
   *
   * @throws Problem 429 if there were too many
   */
  void requireFew(String name, String address) {
    if (count(one(name, address)) >= OF_ONE
        || count(from(address)) >= OF_ADDRESS
        || count(of(name)) >= OF_NAME) {
      throw new Problem(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-guesses",
          "Too many wrong passwords; try again in %d minutes.".formatted(WHILE.toMinutes()));
    }
  }

  void wasWrong(String name, String address) {
    add(one(name, address));
    add(from(address));
    add(of(name));
  }

  void wasRight(String name, String address) {
    wrong.invalidate(one(name, address));
  }

  private int count(String key) {
    AtomicInteger count = wrong.getIfPresent(key);
    return count == null ? 0 : count.get();
  }

  /** Does not write again what is there, so that the while counts from the first. */
  private void add(String key) {
    wrong.get(key, none -> new AtomicInteger()).incrementAndGet();
  }

  private static String one(String name, String address) {
    return "one " + address + " " + name;
  }

  private static String from(String address) {
    return "address " + address;
  }

  private static String of(String name) {
    return "name " + name;
  }
}
