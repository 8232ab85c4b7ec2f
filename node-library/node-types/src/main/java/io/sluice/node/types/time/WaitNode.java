package io.sluice.node.types.time;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.node.Category;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;

/** Holds people for a while, or until a date and time. */
public final class WaitNode implements TimeNode<WaitNode.Settings> {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int LAST_YEAR = 2999;
  private static final NodeInfo INFO =
      new NodeInfo(
          "wait",
          Category.TIME,
          Text.of("Wait", "等待"),
          Text.of("Holds people for a while, or until a date and time.", "等待一段时间，或等到某个时刻。"),
          "clock",
          Set.of());

  /**
   * The settings.
   *
   * @param waitFor what is waited for; {@code for} in JSON
   * @param duration how long, where a time span is waited for, for example {@code P3D}
   * @param until until when, on the clocks of the workspace's time zone
   */
  public record Settings(
      @JsonProperty("for") @Label(en = "Wait for", zh = "等待方式") WaitFor waitFor,
      @Label(en = "How long", zh = "时长") Duration duration,
      @Label(en = "Until", zh = "直到", field = "local-date-time") LocalDateTime until) {}

  /** What is waited for. */
  public enum WaitFor {
    @Label(en = "A time span", zh = "一段时间")
    DURATION,
    @Label(en = "A date and time", zh = "某个时刻")
    UNTIL
  }

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Instant release(Settings settings, NodeContext context) {
    Instant arrival = context.instant();
    Instant wanted =
        switch (settings.waitFor()) {
          case DURATION -> arrival.plus(settings.duration());
          case UNTIL -> settings.until().atZone(context.zone()).toInstant();
        };
    return wanted.isBefore(arrival) ? arrival : wanted;
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    if (settings.waitFor() == null) {
      check.error(
          "missing-wait",
          "for",
          Text.of("Say what to wait for: 'duration' or 'until'.", "请选择等待方式:“duration”或“until”。"));
    } else if (settings.waitFor() == WaitFor.UNTIL) {
      checkUntil(settings.until(), check);
    } else {
      checkDuration(settings.duration(), check);
    }
  }

  private static void checkUntil(LocalDateTime until, NodeCheck check) {
    if (until == null) {
      check.error(
          "missing-until",
          "until",
          Text.of("Give the date and time to wait for.", "请填写等待到的日期和时间。"));
    } else if (until.getYear() > LAST_YEAR) {
      check.error(
          "until-too-late",
          "until",
          Text.of("Give a year up to " + LAST_YEAR + ".", "年份最晚为 " + LAST_YEAR + " 年。"));
    }
  }

  private static void checkDuration(Duration duration, NodeCheck check) {
    if (duration == null || duration.isNegative() || duration.isZero()) {
      check.error(
          "missing-duration",
          "duration",
          Text.of("Give a time span above zero, for example P3D.", "请填写大于零的时长，例如 P3D。"));
    } else if (duration.compareTo(LONGEST) > 0) {
      check.error("wait-too-long", "duration", Text.of("Wait at most 366 days.", "等待时间最长 366 天。"));
    }
  }
}
