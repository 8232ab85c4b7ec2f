package io.sluice.engine.segment;

import io.sluice.engine.segment.rule.LifecycleStage;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/lifecycle")
class LifecycleController {
  private static final int MOST_DAYS = 36_500;

  private final Lifecycle lifecycle;
  private final PopulationReader population;
  private final Clock clock;

  LifecycleController(Lifecycle lifecycle, PopulationReader population, Clock clock) {
    this.lifecycle = lifecycle;
    this.population = population;
    this.clock = clock;
  }

  @Operation(summary = "The number of members in each stage of the lifecycle")
  @GetMapping
  Sizes sizes(@PathVariable Workspace workspace, @RequestParam(required = false) Instant asOf) {
    Pin pin =
        population.pin(
            workspace.id(), asOf == null ? clock.instant() : InputInstant.within("asOf", asOf));
    return new Sizes(
        pin.instant(),
        population.stageSizes(workspace.id(), pin, LifecycleStage.BY_REGISTRATION),
        population.stageSizes(workspace.id(), pin, LifecycleStage.BY_LAST_ORDER));
  }

  @Operation(summary = "The thresholds between the stages of the lifecycle")
  @GetMapping("/thresholds")
  Thresholds thresholds(@PathVariable Workspace workspace) {
    return Thresholds.of(lifecycle.thresholds(workspace.id()));
  }

  @Operation(summary = "Changes the thresholds between the stages of the lifecycle")
  @PutMapping("/thresholds")
  Thresholds put(@PathVariable Workspace workspace, @RequestBody Thresholds wanted) {
    lifecycle.put(workspace.id(), wanted.checked());
    return thresholds(workspace);
  }

  /** The number of members at each stage, on both axes. */
  record Sizes(
      Instant asOf, Map<String, Integer> byRegistration, Map<String, Integer> byLastOrder) {}

  /** Where stages end, in whole days since the last order; {@code newFor} is an ISO 8601 period. */
  record Thresholds(
      String newFor, int active, int silent, int sleeping, int aboutToChurn, int churned) {
    static Thresholds of(LifecycleThresholds days) {
      return new Thresholds(
          days.newFor().toString(),
          days.active(),
          days.silent(),
          days.sleeping(),
          days.aboutToChurn(),
          days.churned());
    }

    LifecycleThresholds checked() {
      int last = 0;
      for (int days : List.of(active, silent, sleeping, aboutToChurn, churned)) {
        if (days <= last || days > MOST_DAYS) {
          throw Problem.badField(
              "bad-thresholds",
              "/active",
              "active, silent, sleeping, aboutToChurn and churned must be days that ascend from 1"
                  + " to "
                  + MOST_DAYS
                  + ".");
        }
        last = days;
      }
      return new LifecycleThresholds(period(), active, silent, sleeping, aboutToChurn, churned);
    }

    private Period period() {
      try {
        Period period = Period.parse(newFor == null ? "P1M" : newFor);
        long months = period.toTotalMonths() * 30 + period.getDays();
        if (!period.isNegative() && months > 0 && months <= MOST_DAYS) {
          return period;
        }
      } catch (DateTimeException | ArithmeticException e) {
        // Told below, as any other period that cannot be used.
      }
      throw Problem.badField(
          "bad-period", "/newFor", "'newFor' must be a period such as P1M or P30D.");
    }
  }
}
