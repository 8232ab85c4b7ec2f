package io.sluice.engine.segment;

import io.sluice.engine.member.FieldType;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.segment.leaf.Leaf;
import io.sluice.engine.segment.rule.Condition;
import io.sluice.engine.segment.rule.LifecycleStage;
import io.sluice.engine.segment.rule.OrderFilter;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.engine.segment.rule.Window;
import io.sluice.node.Audience;
import java.time.Instant;

/**
 * Answers conditions on facts at one instant: turns each into leaves without clock or calendar, and
 * joins their answers by set algebra.
 */
final class ConditionReader {
  private final Moment moment;

  ConditionReader(Moment moment) {
    this.moment = moment;
  }

  Audience answer(Condition condition) {
    if (condition instanceof Condition.Profile profile) {
      boolean instants = profile.field().type() == FieldType.INSTANT;
      return moment.answer(
          new Leaf.Profile(profile.field(), moment.absolute(profile.test(), instants)));
    }
    if (condition instanceof Condition.Custom custom) {
      return moment.answer(
          new Leaf.Custom(custom.attribute(), moment.absolute(custom.test(), false)));
    }
    if (condition instanceof Condition.Key key) {
      return moment.answer(new Leaf.Keys(key.keys()));
    }
    if (condition instanceof Condition.Consent consent) {
      return moment.answer(new Leaf.Consent(consent.channel(), moment.instant()));
    }
    if (condition instanceof Condition.Anniversary anniversary) {
      return moment.answer(
          new Leaf.DaysOfYear(
              anniversary.attribute(),
              YearDays.between(
                  moment.today().plusDays(anniversary.from()),
                  moment.today().plusDays(anniversary.to()))));
    }
    if (condition instanceof Condition.Lifecycle lifecycle) {
      return Audience.unionOf(lifecycle.stages().stream().map(this::stage).toList());
    }
    throw new IllegalArgumentException(condition + " is no condition on facts");
  }

  /** Everybody at the stage, of whom some may be erased. */
  Audience stage(LifecycleStage stage) {
    LifecycleThresholds days = moment.thresholds();
    return switch (stage) {
      case NEW -> registeredLately(days);
      case OLD -> moment.everybody().minus(registeredLately(days));
      case ACTIVE -> orderedWithin(days.active());
      case SILENT -> orderedWithin(days.silent()).minus(orderedWithin(days.active()));
      case SLEEPING -> orderedWithin(days.sleeping()).minus(orderedWithin(days.silent()));
      case ABOUT_TO_CHURN ->
          orderedWithin(days.aboutToChurn()).minus(orderedWithin(days.sleeping()));
      case CHURNED -> orderedWithin(days.churned()).minus(orderedWithin(days.aboutToChurn()));
      case LONG_GONE -> ordered().minus(orderedWithin(days.churned()));
      case NOT_ACTIVATED -> moment.everybody().minus(ordered());
    };
  }

  private Audience registeredLately(LifecycleThresholds days) {
    Instant since = moment.instant().atZone(moment.zone()).minus(days.newFor()).toInstant();
    return moment.answer(
        new Leaf.Profile(
            ProfileField.REGISTERED_AT,
            new ValueTest.Range(new ValueTest.Bound(since, false), null)));
  }

  /** Whose last order is at most so many whole days ago. */
  private Audience orderedWithin(int days) {
    Window.Span span = Window.ALWAYS.at(moment.instant(), moment.zone());
    Instant from = moment.daysBefore(days + 1L).plus(Window.TICK);
    return moment.answer(new Leaf.Happened(OrderFilter.PAID, span.from(from)));
  }

  private Audience ordered() {
    Window.Span span = Window.ALWAYS.at(moment.instant(), moment.zone());
    return moment.answer(new Leaf.Happened(OrderFilter.PAID, span));
  }
}
