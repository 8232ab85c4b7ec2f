package io.sluice.engine.segment.rule;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.ProfileField;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One condition of a rule. Negative operators were turned into {@link RuleTree.None} before. */
public sealed interface Condition {
  /** A profile field passes a test. */
  record Profile(ProfileField field, ValueTest test) implements Condition {}

  /** The member's key is one of these. */
  record Key(Set<String> keys) implements Condition {
    /** Copies the set. */
    public Key {
      keys = Set.copyOf(keys);
    }
  }

  /** A custom attribute passes a test. */
  record Custom(Attribute attribute, ValueTest test) implements Condition {}

  /** The member has the tag. */
  record Tag(String key) implements Condition {}

  /** The member is marked for the offer. */
  record Mark(String offer) implements Condition {}

  /** The member is in the segment. */
  record Segment(String key) implements Condition {}

  /** The member is at one of these stages. */
  record Lifecycle(Set<LifecycleStage> stages) implements Condition {
    /** Copies the set. */
    public Lifecycle {
      stages = Set.copyOf(stages);
    }
  }

  /** The member agreed to the channel and did not withdraw. */
  record Consent(String channel) implements Condition {}

  /**
   * The anniversary of a date falls on one of the days from today + {@code from} to today + {@code
   * to}.
   *
   * @param attribute the date; the birth date where it is empty
   */
  record Anniversary(Optional<Attribute> attribute, int from, int to) implements Condition {}

  /** A metric over the member's orders or events passes a test. */
  record Facts(FactMetric metric, ValueTest test, Window window, FactFilter filter)
      implements Condition {}

  /**
   * Something happened to the message that the member got at an earlier node of the run.
   *
   * @param waitUpTo for how long after the sending receipts are waited for; empty for as long as
   *     the gateway needs
   */
  record Message(String node, Happening happening, Optional<Duration> waitUpTo)
      implements Condition {}

  /** The balance of the member's points passes a test of numbers; without entries it is zero. */
  record Points(String account, ValueTest test) implements Condition {}

  /**
   * Something is so with a coupon of the member.
   *
   * @param batch the batch of the coupon; null where it is asked by node
   * @param node the node before that gave it; null where it is asked by batch
   * @param forDays since how many times 24 hours at least
   */
  record Coupon(String batch, String node, CouponFact fact, int forDays) implements Condition {}
}
