package io.sluice.node;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an action would do.
 *
 * @param outcome what would become of each person
 * @param writes the sets it would write, seen by the nodes after it
 * @param units what would be used, for example message parts
 * @param cost what it would cost, in the currency of the workspace
 */
public record Forecast(Outcome outcome, List<SetWrite> writes, long units, BigDecimal cost) {
  /** Copies the list. */
  public Forecast {
    writes = List.copyOf(writes);
  }

  /** Done for everybody, at no cost, with these writes. */
  public static Forecast done(Audience audience, SetWrite... writes) {
    return new Forecast(Outcome.done(audience), List.of(writes), 0, BigDecimal.ZERO);
  }
}
