package io.sluice.engine.run;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.money.Budgets;
import io.sluice.engine.money.Costs;
import io.sluice.engine.money.MoneyForecast;
import io.sluice.engine.money.MoneyForecast.Warning;
import io.sluice.engine.money.Need;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Sets the forecast cost of a run aside when it starts, and starts none for which budget or balance
 * are short. Where no forecast is known it sets nothing aside; the limits hold all the same.
 */
@Component
class EnoughMoney implements StartCondition {
  private final ObjectProvider<StartForecast> forecasts;
  private final Costs costs;
  private final Budgets budgets;

  EnoughMoney(ObjectProvider<StartForecast> forecasts, Costs costs, Budgets budgets) {
    this.forecasts = forecasts;
    this.costs = costs;
    this.budgets = budgets;
  }

  @Override
  public void require(Workspace workspace, Campaign campaign, Run run) {
    List<Need> needs =
        forecasts
            .orderedStream()
            .map(forecast -> forecast.needs(workspace, campaign))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(List.of());
    MoneyForecast forecast = costs.forecast(workspace.id(), campaign.id(), needs);
    List<Warning> shortages = forecast.warnings().stream().filter(Warning::refuses).toList();
    if (!shortages.isEmpty()) {
      throw refused(campaign, shortages);
    }
    // Another run may have taken the money since the look above.
    if (!budgets.reserve(workspace.id(), campaign.id(), run.id(), forecast.total()).granted()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "over-budget",
          "The budget of campaign '%s' has not the %s left that the run needs; raise it."
              .formatted(campaign.key(), forecast.total()));
    }
  }

  private static Problem refused(Campaign campaign, List<Warning> warnings) {
    return new Problem(
        HttpStatus.CONFLICT,
        warnings.get(0).code(),
        "Campaign '%s' cannot start: %s".formatted(campaign.key(), warnings.get(0).message()),
        warnings.stream()
            .map(
                warning ->
                    new Problem.Part(
                        warning.code(),
                        warning.subject() == null ? "budget" : warning.subject(),
                        warning.message()))
            .toList());
  }
}
