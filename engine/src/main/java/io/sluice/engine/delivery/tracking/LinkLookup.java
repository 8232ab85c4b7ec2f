package io.sluice.engine.delivery.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds the link behind a token, and lets nobody try many. */
@Component
class LinkLookup {
  private final LinkRows rows;
  private final LinkSecret secret;
  private final int wrongPerMinute;
  private final Cache<String, AtomicInteger> wrong =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  LinkLookup(
      LinkRows rows,
      LinkSecret secret,
      @Value("${sluice.links.wrong-per-minute:60}") int wrongPerMinute) {
    this.rows = rows;
    this.secret = secret;
    this.wrongPerMinute = wrongPerMinute;
  }

  /** A link, and who got it. */
  record Followed(Link link, int member) {}

  /**
   * What a token names; nothing if it is none of ours or of another kind.
   *
   * @param client where the request comes from
   * @throws Problem 429 for a client that sent too many wrong ones within a minute
   */
  Optional<Followed> find(String token, Link.Kind kind, String client) {
    AtomicInteger tries = wrong.get(client, address -> new AtomicInteger());
    if (tries.get() >= wrongPerMinute) {
      throw new Problem(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-wrong-links",
          "Too many links from this address lead nowhere; wait a minute.");
    }
    Optional<Followed> found =
        LinkToken.read(token, secret.bytes())
            .flatMap(
                read ->
                    rows.find(read.link(), kind).map(link -> new Followed(link, read.member())));
    if (found.isEmpty()) {
      tries.incrementAndGet();
    }
    return found;
  }
}
