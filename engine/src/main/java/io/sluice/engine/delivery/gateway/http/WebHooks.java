package io.sluice.engine.delivery.gateway.http;

import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts single requests to addresses that users chose, under the guard that gateways are under. */
@Component
public class WebHooks {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int CONCURRENCY = 4;
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final HttpSender sender;

  WebHooks(OutboundGuard guard) {
    this.sender = new HttpSender(CONNECT, ANSWER, CONCURRENCY, guard);
  }

  /**
   * Posts once and waits for the answer, ten seconds at most.
   *
   * @param json the body in UTF-8
   * @return accepted for a status of 200 to 299; unknown where the request may have done something
   */
  public Handover post(String url, byte[] json) {
    HttpResult result = sender.post(new HttpCall(url, Map.of(), json));
    if (result instanceof HttpResult.NotSent notSent) {
      return notSent.reason().equals(HttpSender.NOT_ALLOWED)
          ? new Handover.Refused(notSent.reason())
          : new Handover.NotTaken(notSent.reason());
    }
    if (result instanceof HttpResult.NoAnswer noAnswer) {
      return new Handover.Unknown(noAnswer.reason());
    }
    int status = ((HttpResult.Answered) result).status();
    if (status >= OK && status < REDIRECT) {
      return new Handover.Accepted(Optional.empty());
    }
    String reason = "http-" + status;
    if (status == TOO_MANY) {
      return new Handover.NotTaken(reason);
    }
    return status >= SERVER_ERROR ? new Handover.Unknown(reason) : new Handover.Refused(reason);
  }

  @PreDestroy
  void close() {
    sender.close();
  }
}
