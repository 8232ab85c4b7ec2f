package io.sluice.node;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an action would do.
 *
 * @param outcome what would become of each person
 * @param writes what it would write, seen by the nodes after it
 * @param units what would be used, for example message parts
 * @param cost what it would cost, in the currency of the workspace
 * @param highestCost what it would cost at most, where people decide later what it costs
 */
public record Forecast(
    Outcome outcome, List<Write> writes, long units, BigDecimal cost, BigDecimal highestCost) {
  /** Copies the list. */
  public Forecast {
    writes = List.copyOf(writes);
  }

  /** Done for everybody, at no cost, with these writes. */
  public static Forecast done(Audience audience, Write... writes) {
    return of(Outcome.done(audience), List.of(writes));
  }

  /** This outcome at no cost, with these writes. */
  public static Forecast of(Outcome outcome, List<? extends Write> writes) {
    return new Forecast(outcome, List.copyOf(writes), 0, BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
