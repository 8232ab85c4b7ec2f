package io.sluice.engine.delivery.gateway;

import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with the settings of a gateway. */
public final class SettingsCheck {
  /** Whoever sends waits for the next message's turn, so it must not be too far off. */
  private static final double SLOWEST = 0.1;

  private static final double FASTEST = 1e6;

  private final List<Problem.Part> problems = new ArrayList<>();

  /** Demands a whole number within bounds. */
  public SettingsCheck within(String field, int value, int least, int most) {
    return demand(
        value >= least && value <= most,
        field,
        "must be a whole number from %d to %d".formatted(least, most));
  }

  /** Demands a number within bounds. */
  public SettingsCheck within(String field, double value, double least, double most) {
    return demand(
        value >= least && value <= most, field, "must be from %s to %s".formatted(least, most));
  }

  /** Demands a number of messages a second. */
  public SettingsCheck rate(String field, double value) {
    return demand(
        value == 0 || (value >= SLOWEST && value <= FASTEST),
        field,
        "must be 0 for no limit, or from 0.1 to 1000000 messages a second");
  }

  /** Demands a duration within bounds, where there is one. */
  public SettingsCheck within(String field, Duration value, Duration least, Duration most) {
    return demand(
        value == null || (value.compareTo(least) >= 0 && value.compareTo(most) <= 0),
        field,
        "must be a duration from %s to %s".formatted(least, most));
  }

  /** Notes a problem of a field, a JSON pointer into the settings, unless something holds. */
  public SettingsCheck demand(boolean holds, String field, String mustBe) {
    return holds ? this : refuse(field, Optional.of(mustBe));
  }

  /** Notes a problem of a field where there is one. */
  public SettingsCheck refuse(String field, Optional<String> wrong) {
    wrong.ifPresent(
        text ->
            problems.add(
                new Problem.Part(
                    "bad-setting", field, "'" + field.substring(1) + "' " + text + ".")));
    return this;
  }

  /** All that was found. */
  public List<Problem.Part> problems() {
    return List.copyOf(problems);
  }
}
