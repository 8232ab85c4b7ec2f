package io.sluice.engine.canvas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.node.Rule;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a campaign is for: that people who enter do something within some days.
 *
 * @param condition a condition of a rule on orders or events, without a window
 * @param days within how many days of 24 hours after entry, 1 to 90
 * @param baseline the share of people who do it anyway, 0 to 1; null where nobody knows
 * @param target the share that is hoped for, 0 to 1; null where nobody says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignGoal(ObjectNode condition, int days, BigDecimal baseline, BigDecimal target) {
  /** The longest time in which a goal can be reached, in days. */
  public static final int MOST_DAYS = 90;

  /** The rule that people meet who did it from an instant on and before another. */
  public Rule within(Instant from, Instant to) {
    ObjectNode rule = condition.deepCopy();
    rule.putObject("window").put("from", from.toString()).put("to", to.toString());
    return new Rule(rule.toString());
  }
}
