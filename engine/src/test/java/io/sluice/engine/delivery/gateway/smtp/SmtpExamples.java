package io.sluice.engine.delivery.gateway.smtp;

import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import java.time.Duration;
import java.util.Optional;

/** Gateways for tests, to a mail server on this machine. */
final class SmtpExamples {
  private SmtpExamples() {}

  static SmtpSettings settings(int port) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        SmtpSettings.Security.NONE,
        null,
        null,
        "shop@example.com",
        "Example Shop",
        null,
        5,
        2,
        null,
        Duration.ofSeconds(5),
        Duration.ofMillis(500));
  }

  static SmtpGateway gateway(int port) {
    return gateway(settings(port), OutboundGuard.allowing("127.0.0.1"));
  }

  static SmtpGateway gateway(SmtpSettings settings, OutboundGuard guard) {
    return new SmtpGateway(settings, new SmtpConnections(settings, Optional.empty(), guard));
  }
}
