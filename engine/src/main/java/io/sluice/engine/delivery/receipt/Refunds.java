package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.MessageTables.*;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.money.Balances;
import io.sluice.engine.money.Budgets;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gives back what was paid for messages that turn out not to have been taken. */
@Component
class Refunds {
  private final DSLContext db;
  private final Budgets budgets;
  private final Balances balances;

  Refunds(DSLContext db, Budgets budgets, Balances balances) {
    this.db = db;
    this.budgets = budgets;
    this.balances = balances;
  }

  private record Paid(long cohort, String channel, int units, BigDecimal cost, Instant at) {}

  /** Gives back what the messages cost that are still unknown, in the caller's transaction. */
  void refund(Collection<EffectKey> effects) {
    effects.forEach(effect -> paid(effect).ifPresent(paid -> refund(effect, paid)));
  }

  private Optional<Paid> paid(EffectKey effect) {
    return db.select(COHORT, CHANNEL, UNITS, COST, AT)
        .from(MESSAGE)
        .where(is(effect), OUTCOME.eq(Progress.UNKNOWN), UNITS.gt(0))
        .forUpdate()
        .fetchOptional(
            row -> new Paid(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private void refund(EffectKey effect, Paid paid) {
    // Sent again it may turn out the same again: each time is a case of its own.
    String cause = "receipt/%s/%d".formatted(effect.text(), paid.at().toEpochMilli());
    db.select(DELIVERY_CAMPAIGN)
        .from(DELIVERY)
        .where(
            DELIVERY_WORKSPACE.eq(effect.workspace().value()),
            DELIVERY_RUN.eq(effect.run()),
            DELIVERY_COHORT.eq(paid.cohort()),
            DELIVERY_NODE.eq(effect.node()))
        .fetchOptional(DELIVERY_CAMPAIGN)
        .ifPresent(
            campaign ->
                budgets.giveBack(effect.workspace(), campaign, effect.run(), cause, paid.cost()));
    balances.giveBack(effect.workspace(), paid.channel(), cause, paid.units());
    db.update(MESSAGE).set(UNITS, 0).set(COST, BigDecimal.ZERO).where(is(effect)).execute();
  }

  private static Condition is(EffectKey effect) {
    return WORKSPACE
        .eq(effect.workspace().value())
        .and(RUN.eq(effect.run()))
        .and(NODE.eq(effect.node()))
        .and(MEMBER.eq(effect.member()))
        .and(ENTRY.eq(effect.entry()));
  }
}
