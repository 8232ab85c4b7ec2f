package io.sluice.engine.segment.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The stages of the lifecycle: by time since registration, and by time since the last order. */
public enum LifecycleStage {
  NEW,
  OLD,
  ACTIVE,
  SILENT,
  SLEEPING,
  ABOUT_TO_CHURN,
  CHURNED,
  LONG_GONE,
  /** Never ordered. */
  NOT_ACTIVATED;

  /** The stages of the axis "time since registration". */
  public static final List<LifecycleStage> BY_REGISTRATION = List.of(NEW, OLD);

  /** The stages of the axis "time since the last order", the most recent first. */
  public static final List<LifecycleStage> BY_LAST_ORDER =
      List.of(ACTIVE, SILENT, SLEEPING, ABOUT_TO_CHURN, CHURNED, LONG_GONE, NOT_ACTIVATED);

  /** The name in rules and in JSON, such as {@code about-to-churn}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stage of that name. */
  public static Optional<LifecycleStage> of(String key) {
    return Arrays.stream(values()).filter(stage -> stage.key().equals(key)).findFirst();
  }
}
