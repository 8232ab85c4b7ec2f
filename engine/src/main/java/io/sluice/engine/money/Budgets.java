package io.sluice.engine.money;

import io.sluice.engine.money.BudgetEntry.Kind;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The budgets of campaigns, hard limits: spent plus reserved never exceeds the limit, however many
 * runs on however many servers draw at once. A campaign without a limit is not limited, and its
 * entries are kept all the same. Whoever needs a balance too takes the budget first.
 */
@Component
public class Budgets {
  private final BudgetRows rows;
  private final BudgetRunRows runs;

  Budgets(BudgetRows rows, BudgetRunRows runs) {
    this.rows = rows;
    this.runs = runs;
  }

  /** Forgets the budget of a campaign that never ran, in the caller's transaction. */
  @Transactional
  public void delete(WorkspaceId workspace, long campaign) {
    rows.delete(workspace, campaign);
  }

  /** Where the money of the campaign stands. */
  @Transactional
  public BudgetState state(WorkspaceId workspace, long campaign) {
    return rows.find(workspace, campaign)
        .filter(state -> state.limit().isPresent())
        .orElseGet(() -> summed(workspace, campaign));
  }

  /**
   * Sets the limit, or takes it away. What was committed before counts.
   *
   * @throws Problem 409 if more is spent and reserved already
   */
  @Transactional
  public BudgetState setLimit(WorkspaceId workspace, long campaign, Optional<BigDecimal> limit) {
    BudgetState known = rows.lockAfterEntries(workspace, campaign);
    if (known.limit().isEmpty()) {
      runs.all(workspace, campaign).forEach(run -> runs.put(workspace, campaign, run));
      known = summed(workspace, campaign);
    }
    BudgetState wanted = known.withLimit(limit);
    if (!wanted.has(BigDecimal.ZERO)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "below-spent",
          "/limit",
          "%s is spent and %s reserved for open runs already; set a limit of %s at least, or stop the runs first."
              .formatted(
                  Amounts.shown(known.spent()),
                  Amounts.shown(known.reserved()),
                  Amounts.shown(known.spent().add(known.reserved()))));
    }
    rows.put(workspace, campaign, wanted);
    rows.insert(
        workspace,
        campaign,
        new BudgetEntry(
            Kind.LIMIT, null, UUID.randomUUID().toString(), limit.orElse(BigDecimal.ZERO)));
    return wanted;
  }

  /**
   * Sets an amount aside for a run, which draws on it first. A repeat replaces the amount.
   *
   * @return not granted if the limit would be exceeded; then nothing is written
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Reservation reserve(WorkspaceId workspace, long campaign, long run, BigDecimal amount) {
    BigDecimal wanted = Amounts.required(amount);
    BudgetState state = rows.lock(workspace, campaign);
    Optional<BudgetRun> known = runs.find(workspace, campaign, run);
    BudgetRun before =
        known.orElseGet(() -> BudgetRun.none(run).draw(runs.drawnBy(workspace, campaign, run)));
    BudgetRun after = before.reserve(wanted);
    BudgetState reserved = reserved(state, before, after);
    if (!reserved.has(BigDecimal.ZERO)) {
      return new Reservation(false, state);
    }
    if (known.isPresent()) {
      runs.put(workspace, campaign, after);
    } else {
      runs.insert(workspace, campaign, after);
    }
    rows.put(workspace, campaign, reserved);
    return new Reservation(true, reserved);
  }

  /** Gives what the run has not drawn free for others, at its end. A repeat does nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(WorkspaceId workspace, long campaign, long run) {
    BudgetState state = rows.lock(workspace, campaign);
    runs.find(workspace, campaign, run)
        .ifPresent(
            before -> {
              BudgetRun after = before.release();
              runs.put(workspace, campaign, after);
              rows.put(workspace, campaign, reserved(state, before, after));
            });
  }

  /** A run for which something is set aside. */
  public record Held(WorkspaceId workspace, long campaign, long run) {}

  /** The runs of all workspaces for which something is set aside and not released. */
  public List<Held> held() {
    return runs.held();
  }

  /**
   * Spends an amount before what it pays for goes out.
   *
   * @param cause names what it pays for, at most 200 characters; a repeat spends nothing
   * @return false if the limit would be exceeded; then nothing is written
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean commit(
      WorkspaceId workspace, long campaign, long run, String cause, BigDecimal amount) {
    return write(
        workspace, campaign, new BudgetEntry(Kind.COMMIT, run, cause, Amounts.required(amount)));
  }

  /**
   * Gives back part of what was committed, because it did not go out after all.
   *
   * @param cause names what is given back, at most 200 characters; a repeat gives nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(
      WorkspaceId workspace, long campaign, long run, String cause, BigDecimal amount) {
    write(workspace, campaign, new BudgetEntry(Kind.RETURN, run, cause, Amounts.required(amount)));
  }

  /**
   * What an amount was held for cost this much in the end. The rest comes back; what it cost beyond
   * is spent, even beyond the limit: it cannot be refused any more.
   *
   * @param cause names what it was held for, at most 200 characters; a repeat does nothing
   * @param held what was committed for it
   * @param cost what it cost
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(
      WorkspaceId workspace,
      long campaign,
      long run,
      String cause,
      BigDecimal held,
      BigDecimal cost) {
    BigDecimal beyond = Amounts.required(cost).subtract(Amounts.required(held));
    write(workspace, campaign, new BudgetEntry(Kind.SETTLE, run, cause, cost));
    if (beyond.signum() < 0) {
      giveBack(workspace, campaign, run, cause, beyond.negate());
    } else if (beyond.signum() > 0 && !commit(workspace, campaign, run, cause, beyond)) {
      write(workspace, campaign, new BudgetEntry(Kind.EXCEED, run, cause, beyond));
    }
  }

  /**
   * What was settled came back: the order was refunded.
   *
   * @param cause names it, at most 200 characters; a repeat does nothing
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reverse(
      WorkspaceId workspace, long campaign, long run, String cause, BigDecimal cost) {
    write(workspace, campaign, new BudgetEntry(Kind.REVERSE, run, cause, Amounts.required(cost)));
    giveBack(workspace, campaign, run, cause, cost);
  }

  private boolean write(WorkspaceId workspace, long campaign, BudgetEntry entry) {
    Optional<BudgetState> known = rows.find(workspace, campaign);
    if (known.flatMap(BudgetState::limit).isPresent()) {
      return writeWithin(workspace, campaign, entry, false);
    }
    rows.makeLimitsWait(workspace, campaign, known.isPresent());
    if (!rows.insert(workspace, campaign, entry)) {
      return true;
    }
    // Who sets a limit waits for our entry, or our entry waited for the limit: look again.
    return rows.find(workspace, campaign).flatMap(BudgetState::limit).isEmpty()
        || writeWithin(workspace, campaign, entry, true);
  }

  private boolean writeWithin(
      WorkspaceId workspace, long campaign, BudgetEntry entry, boolean written) {
    BudgetState state = rows.lock(workspace, campaign);
    if (!written && !rows.insert(workspace, campaign, entry)) {
      return true;
    }
    Optional<BudgetRun> run = runs.find(workspace, campaign, entry.run());
    BudgetState after =
        run.map(before -> reserved(state, before, before.draw(entry.drawn())))
            .orElse(state)
            .with(entry);
    // What comes back, or happened already, is not refused.
    if (entry.kind() == Kind.COMMIT && !after.has(BigDecimal.ZERO)) {
      rows.delete(workspace, campaign, entry);
      return false;
    }
    run.ifPresent(before -> runs.put(workspace, campaign, before.draw(entry.drawn())));
    rows.put(workspace, campaign, after);
    return true;
  }

  private static BudgetState reserved(BudgetState state, BudgetRun before, BudgetRun after) {
    return state.withReserved(
        state.reserved().subtract(before.outstanding()).add(after.outstanding()));
  }

  private BudgetState summed(WorkspaceId workspace, long campaign) {
    List<BudgetRun> all = runs.all(workspace, campaign);
    return new BudgetState(
        Optional.empty(),
        all.stream().map(BudgetRun::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add),
        rows.total(workspace, campaign, Kind.COMMIT),
        rows.total(workspace, campaign, Kind.RETURN),
        rows.total(workspace, campaign, Kind.SETTLE)
            .subtract(rows.total(workspace, campaign, Kind.REVERSE)),
        rows.total(workspace, campaign, Kind.EXCEED));
  }
}
