package io.sluice.engine.delivery.gateway.sandbox;

import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayKind;
import io.sluice.engine.delivery.gateway.SettingsCheck;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gateways that keep messages in an inbox instead of sending them. */
@Component
class SandboxKind implements GatewayKind<SandboxSettings> {
  private static final int MOST_AT_ONCE = 256;

  private final SandboxStore store;
  private final SandboxReceipts receipts;

  SandboxKind(SandboxStore store, SandboxReceipts receipts) {
    this.store = store;
    this.receipts = receipts;
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public Class<SandboxSettings> settings() {
    return SandboxSettings.class;
  }

  @Override
  public boolean carries(String channel) {
    return true;
  }

  @Override
  public List<Problem.Part> problems(String channel, SandboxSettings settings) {
    SandboxSettings.Faults faults = settings.faults();
    double all = faults.errors() + faults.refusals() + faults.lostAnswers();
    return new SettingsCheck()
        .within("/callSize", settings.callSize(), 1, SandboxSettings.MOST_PER_CALL)
        .within("/concurrency", settings.concurrency(), 1, MOST_AT_ONCE)
        .rate("/perSecond", settings.perSecond())
        .within(
            "/deduplicates", settings.deduplicates(), Duration.ofSeconds(1), Duration.ofDays(30))
        .within("/faults/latency", faults.latency(), Duration.ZERO, Duration.ofMinutes(5))
        .within("/faults/errors", faults.errors(), 0, 1)
        .within("/faults/refusals", faults.refusals(), 0, 1)
        .within("/faults/lostAnswers", faults.lostAnswers(), 0, 1)
        .within("/faults/repeatedReceipts", faults.repeatedReceipts(), 0, 1)
        .within("/faults/receiptDelay", faults.receiptDelay(), Duration.ZERO, Duration.ofDays(1))
        .demand(all <= 1, "/faults", "has shares of messages of more than 1 in sum; lower them")
        .problems();
  }

  @Override
  public Gateway open(GatewayConfig config, SandboxSettings settings) {
    return new SandboxGateway(config, settings, store, receipts);
  }
}
