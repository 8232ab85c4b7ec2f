package io.sluice.engine.alert;

import io.sluice.engine.delivery.sending.DeliveryTroubles;
import io.sluice.engine.delivery.sending.DeliveryTroubles.Failing;
import io.sluice.engine.delivery.sending.DeliveryTroubles.Late;
import io.sluice.engine.delivery.sending.DeliveryTroubles.Short;
import io.sluice.engine.run.RunTroubles;
import io.sluice.engine.run.RunTroubles.DepartedRun;
import io.sluice.engine.run.RunTroubles.FailedNode;
import io.sluice.engine.run.RunTroubles.HeldRun;
import io.sluice.engine.run.RunTroubles.LateNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Runs that failed, do not go on, or are held for want of money or by other people than approved.
 */
@Component
class RunAlerts implements TroubleSource {
  private final RunTroubles runs;
  private final DeliveryTroubles deliveries;
  private final AlertSettings settings;
  private final Clock clock;

  RunAlerts(RunTroubles runs, DeliveryTroubles deliveries, AlertSettings settings, Clock clock) {
    this.runs = runs;
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Trouble> troubles() {
    Instant stalled = clock.instant().minus(settings.stalledAfter());
    return Stream.of(
            runs.failed().stream().map(RunAlerts::failed),
            deliveries.failing().stream().map(RunAlerts::failing),
            runs.dueBefore(stalled).stream().map(RunAlerts::late),
            deliveries.dueBefore(stalled).stream().map(RunAlerts::late),
            deliveries.shortOfMoney().stream().map(RunAlerts::shortOfMoney),
            runs.held().stream().map(RunAlerts::shortOfMoney),
            runs.departed().stream().map(RunAlerts::departed))
        .flatMap(troubles -> troubles)
        .toList();
  }

  private static Trouble failed(FailedNode failed) {
    return new Trouble(
        AlertKind.RUN_FAILED,
        failed.workspace(),
        "failed/%d/%s".formatted(failed.run(), failed.node()),
        failed.campaign(),
        failed.run(),
        failed.node(),
        "Run %d failed at node '%s' and waits for a retry: %s"
            .formatted(failed.run(), failed.node(), failed.reason()));
  }

  private static Trouble failing(Failing found) {
    return new Trouble(
        AlertKind.RUN_FAILED,
        found.workspace(),
        "content/%d/%s".formatted(found.run(), found.node()),
        found.campaign(),
        found.run(),
        found.node(),
        "Run %d cannot send at node '%s'. %s".formatted(found.run(), found.node(), found.reason()));
  }

  private static Trouble late(LateNode late) {
    return new Trouble(
        AlertKind.RUN_STALLED,
        late.workspace(),
        "stalled/%d/%s".formatted(late.run(), late.node()),
        late.campaign(),
        late.run(),
        late.node(),
        "Run %d should have gone on at node '%s' at %s and has not; see whether the servers work."
            .formatted(late.run(), late.node(), late.due()));
  }

  private static Trouble late(Late late) {
    return new Trouble(
        AlertKind.RUN_STALLED,
        late.workspace(),
        "stalled/%d/%s".formatted(late.run(), late.node()),
        late.campaign(),
        late.run(),
        late.node(),
        "Messages of run %d at node '%s' are due since %s and nobody sends them; see whether the servers and the gateway work."
            .formatted(late.run(), late.node(), late.due()));
  }

  private static Trouble departed(DepartedRun found) {
    return new Trouble(
        AlertKind.RUN_DEPARTED,
        found.workspace(),
        "departed/%d/%s".formatted(found.run(), found.node()),
        found.campaign(),
        found.run(),
        found.node(),
        "Run %d is paused: %s. Nothing of that node went out; an approver lets it go on, or stop it."
            .formatted(found.run(), found.what()));
  }

  private static Trouble shortOfMoney(Short found) {
    return shortOfMoney(
        new HeldRun(found.workspace(), found.campaign(), found.run(), found.node(), found.what()));
  }

  private static Trouble shortOfMoney(HeldRun found) {
    return new Trouble(
        AlertKind.LIMIT_REACHED,
        found.workspace(),
        "limit/%d".formatted(found.run()),
        found.campaign(),
        found.run(),
        found.node(),
        "Run %d is paused at node '%s': the %s is used up. Raise it, then resume the run."
            .formatted(found.run(), found.node(), found.what()));
  }
}
