package io.sluice.engine.money;

import io.sluice.engine.money.BalanceEntry.Kind;
import io.sluice.engine.web.IdempotencyKey;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepaid units per channel (message parts of SMS, for example). A balance never falls below zero,
 * however many runs use it at once. A channel that was never topped up is not limited.
 */
@Component
public class Balances {
  private final BalanceRows rows;
  private final Clock clock;

  Balances(BalanceRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** The balances by channel; a channel that is not limited is not among them. */
  public Map<String, Long> all(WorkspaceId workspace) {
    return rows.all(workspace);
  }

  /** The units that are left of a channel; empty where it is not limited. */
  public OptionalLong state(WorkspaceId workspace, String channel) {
    return rows.find(workspace, channel);
  }

  /**
   * Uses units before what needs them goes out.
   *
   * @param cause names what they are for, at most 200 characters; a repeat uses nothing
   * @return false if there are fewer; then nothing is written
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean use(WorkspaceId workspace, String channel, String cause, long units) {
    return add(workspace, channel, entry(Kind.USE, cause, -notNegative(units), null));
  }

  /**
   * Gives back units that were used, because what they were for did not go out after all.
   *
   * @param cause names what is given back, at most 200 characters; a repeat gives nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(WorkspaceId workspace, String channel, String cause, long units) {
    add(workspace, channel, entry(Kind.RETURN, cause, notNegative(units), null));
  }

  /**
   * Tops up or corrects a balance; the first time it makes the channel a limited one.
   *
   * @throws Problem 409 if the balance would fall below zero; 422 if somebody else's movement, or
   *     this one with other units, has that cause
   */
  @Transactional
  long put(
      WorkspaceId workspace, String channel, Kind kind, String cause, long units, String note) {
    if (rows.lock(workspace, channel).isEmpty()) {
      rows.create(workspace, channel);
    }
    BalanceEntry entry = entry(kind, cause, units, note);
    rows.byHand(workspace, channel, cause)
        .filter(known -> !entry.says(known))
        .ifPresent(
            known -> {
              throw IdempotencyKey.reused(
                  "a %s of %d units".formatted(known.kind().key(), known.units())
                      + (known.note() == null ? "" : " with the note '" + known.note() + "'"));
            });
    if (!add(workspace, channel, entry)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "below-zero",
          "/units",
          "The balance of '%1$s' is %2$d and cannot fall by %3$d; take %2$d at most."
              .formatted(channel, rows.find(workspace, channel).orElse(0), -units));
    }
    return rows.find(workspace, channel).orElseThrow();
  }

  List<BalanceEntry> entries(WorkspaceId workspace, String channel, int limit) {
    return rows.entries(workspace, channel, limit);
  }

  private boolean add(WorkspaceId workspace, String channel, BalanceEntry entry) {
    OptionalLong balance = rows.lock(workspace, channel);
    if (balance.isEmpty()) {
      return true;
    }
    Optional<BalanceEntry> known = rows.entry(workspace, channel, entry.kind(), entry.cause());
    if (known.isPresent()) {
      return true;
    }
    long after = Math.addExact(balance.getAsLong(), entry.units());
    if (after < 0) {
      return false;
    }
    rows.insert(workspace, channel, entry);
    rows.set(workspace, channel, after);
    return true;
  }

  private BalanceEntry entry(Kind kind, String cause, long units, String note) {
    return new BalanceEntry(kind, cause, units, note, clock.instant());
  }

  private static long notNegative(long units) {
    if (units < 0) {
      throw new IllegalArgumentException("Negative units: " + units);
    }
    return units;
  }
}
