package io.sluice.engine.run;

import io.sluice.engine.audience.AudienceRemoval;
import io.sluice.engine.delivery.gate.Reservations;
import io.sluice.engine.delivery.sending.Deliveries;
import io.sluice.engine.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets who was where in runs that ended long ago; how many they were stays. */
@Component
class DetailsRemoval {
  private static final int AT_ONCE = 200;

  private final RunStore runs;
  private final StepStore steps;
  private final WaitingStore waiting;
  private final Deliveries deliveries;
  private final Reservations reservations;
  private final AudienceRemoval audiences;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration kept;

  DetailsRemoval(
      RunStore runs,
      StepStore steps,
      WaitingStore waiting,
      Deliveries deliveries,
      Reservations reservations,
      AudienceRemoval audiences,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${sluice.run.keep-details:P400D}") Duration kept) {
    this.runs = runs;
    this.steps = steps;
    this.waiting = waiting;
    this.deliveries = deliveries;
    this.reservations = reservations;
    this.audiences = audiences;
    this.transaction = transaction;
    this.clock = clock;
    this.kept = kept;
  }

  /** Tells who asks for details that are gone. */
  static Problem problem() {
    return new Problem(
        HttpStatus.GONE,
        "details-removed",
        "Details of this run were removed long after its end; only the numbers are kept. Set"
            + " 'sluice.run.keep-details' to keep those of later runs longer.");
  }

  /** How long details are kept after the end of a run, in days. */
  long keptDays() {
    return kept.toDays();
  }

  /**
   * Forgets some audiences of one run, in a transaction of its own.
   *
   * @return false if there is nothing left to forget
   */
  boolean step() {
    Instant now = clock.instant();
    Optional<Run> due = runs.withDetailsSince(now.minus(kept));
    due.ifPresent(run -> transaction.executeWithoutResult(status -> forget(run, now)));
    return due.isPresent();
  }

  private void forget(Run run, Instant now) {
    // Two servers take turns.
    runs.lock(run.workspace(), run.id());
    Set<String> hashes = new HashSet<>(steps.forgetAudiences(run, AT_ONCE));
    hashes.addAll(waiting.forget(run, AT_ONCE));
    hashes.addAll(deliveries.forget(run.workspace(), run.id(), AT_ONCE));
    hashes.addAll(reservations.forget(run.workspace(), run.id(), AT_ONCE));
    if (hashes.isEmpty()) {
      runs.detailsRemoved(run, now);
    } else {
      audiences.removeUnused(run.workspace(), hashes);
    }
  }
}
