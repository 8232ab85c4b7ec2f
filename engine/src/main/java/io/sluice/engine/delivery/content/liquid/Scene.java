package io.sluice.engine.delivery.content.liquid;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import liqp.TemplateContext;

/**
 * What one rendering works with. Templates reach it by a name that cannot be written in one.
 *
 * @param values what stands for each placeholder; null for a missing value
 * @param trackClicks whether links become {@link LinkMarks}
 * @param personal whether what is rendered differs from person to person
 * @param chinese whether the template is in Chinese
 * @param targets takes the targets of links in the order of their marks
 * @param deadline until when it must be done, by the clock that never goes back; null for no limit
 */
record Scene(
    Function<Placeholder, Object> values,
    boolean trackClicks,
    Instant now,
    ZoneId zone,
    boolean personal,
    boolean chinese,
    List<String> targets,
    Long deadline) {
  static final String NAME = "\0scene";

  Scene(
      Function<Placeholder, Object> values,
      RenderSettings settings,
      boolean personal,
      boolean chinese) {
    this(
        values,
        settings.trackClicks(),
        settings.now(),
        settings.zone(),
        personal,
        chinese,
        new ArrayList<>(),
        settings.longest().map(limit -> System.nanoTime() + limit.toNanos()).orElse(null));
  }

  /** Gives up where the time is over. */
  static void requireTime(TemplateContext context) {
    Long deadline = of(context).deadline();
    if (deadline != null && System.nanoTime() - deadline > 0) {
      throw LiquidProblems.tooSlow();
    }
  }

  static Scene of(TemplateContext context) {
    return (Scene) context.get(NAME);
  }
}
