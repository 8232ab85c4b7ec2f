package io.sluice.engine.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The figures of an action in groups of its people.
 *
 * @param node the action
 * @param analysis the observer that says what is counted; null where none hangs on the action
 * @param by what makes the groups
 * @param asOf orders, clicks and goals before this instant are counted
 * @param overlapping whether somebody is in several groups, so that the groups add up to more
 * @param groups the largest first; last the people who are in none, whose value is null
 */
public record Breakdown(
    long run,
    String node,
    String analysis,
    String by,
    Instant asOf,
    boolean overlapping,
    List<GroupFigures> groups) {
  /**
   * A group; the figures are those of the action.
   *
   * @param value what the people have in common; null for those who have nothing of the kind
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GroupFigures(
      String value,
      int targeted,
      int sent,
      int reached,
      int clicks,
      int conversions,
      BigDecimal conversionRate,
      BigDecimal ctr,
      BigDecimal cvr,
      Sales sales) {}
}
