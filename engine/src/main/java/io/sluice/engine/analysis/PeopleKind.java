package io.sluice.engine.analysis;

import io.sluice.engine.web.Problem;
import io.sluice.node.Audience;
import java.util.Arrays;
import java.util.Locale;

/** Which people of an action are listed. */
enum PeopleKind {
  TARGETED,
  SENT,
  SKIPPED,
  FAILED,
  HELD_BACK,
  UNKNOWN,
  REACHED,
  CLICKED,
  CONVERTED,
  BUYERS,
  PLACED_UNPAID,
  CONTROL;

  /** The name in addresses, such as {@code held-back}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static PeopleKind require(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badField(
                    "unknown-value",
                    "who",
                    "'who' must be one of %s."
                        .formatted(
                            String.join(
                                ", ", Arrays.stream(values()).map(PeopleKind::key).toList()))));
  }

  Audience of(Analyses.Seen seen) {
    Outcomes outcomes = seen.watched().outcomes();
    return switch (this) {
      case TARGETED -> outcomes.targeted();
      case SENT -> outcomes.sent();
      case SKIPPED -> outcomes.skipped();
      case FAILED -> outcomes.failed();
      case HELD_BACK -> outcomes.heldBack();
      case UNKNOWN -> outcomes.unknown();
      case REACHED -> outcomes.reached();
      case CLICKED -> outcomes.clicked();
      case CONVERTED -> seen.converted();
      case BUYERS -> seen.watched().tally().buyers();
      case PLACED_UNPAID -> seen.watched().tally().placedUnpaid();
      case CONTROL -> seen.watched().alone().assigned();
    };
  }
}
