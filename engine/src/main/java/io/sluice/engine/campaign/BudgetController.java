package io.sluice.engine.campaign;

import io.sluice.engine.money.Amounts;
import io.sluice.engine.money.BudgetState;
import io.sluice.engine.money.Budgets;
import io.sluice.engine.money.Prices;
import io.sluice.engine.web.Caller;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/campaigns/{campaign}/budget")
class BudgetController {
  private static final int DIGITS = 12;

  private final Campaigns campaigns;
  private final Budgets budgets;
  private final Prices prices;

  BudgetController(Campaigns campaigns, Budgets budgets, Prices prices) {
    this.campaigns = campaigns;
    this.budgets = budgets;
    this.prices = prices;
  }

  @Operation(summary = "The budget of a campaign and what is spent of it")
  @GetMapping
  BudgetView get(@PathVariable Workspace workspace, @PathVariable String campaign) {
    return view(workspace, budgets.state(workspace.id(), id(workspace, campaign)));
  }

  @Operation(
      summary = "Sets the budget of a campaign, a hard limit",
      description =
          "What would exceed it is not sent: the run pauses, and goes on once the budget is"
              + " raised and the run resumed. What was spent before counts. Once the campaign is"
              + " approved it takes an approver.")
  @PutMapping
  BudgetView put(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestBody Limit body,
      HttpServletRequest request) {
    BigDecimal limit = Amounts.checked("/limit", body.limit(), DIGITS);
    long id = changeable(workspace, campaign, request);
    return view(workspace, budgets.setLimit(workspace.id(), id, Optional.of(limit)));
  }

  @Operation(summary = "Takes the limit away: the campaign may spend what it needs")
  @DeleteMapping
  BudgetView delete(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      HttpServletRequest request) {
    long id = changeable(workspace, campaign, request);
    return view(workspace, budgets.setLimit(workspace.id(), id, Optional.empty()));
  }

  /**
   * An approval is about the budget too, so its author cannot raise it behind the approver. A
   * cancelled campaign spends nothing any more, so its budget stays what it is.
   */
  private long changeable(Workspace workspace, String key, HttpServletRequest request) {
    Campaign campaign = campaigns.requireNotCancelled(workspace, key);
    boolean decided = campaign.review() == Review.APPROVED || campaign.review() == Review.SUBMITTED;
    Caller.of(request).require(workspace.key(), decided ? "approver" : "marketer");
    return campaign.id();
  }

  private long id(Workspace workspace, String campaign) {
    return campaigns.require(workspace, campaign).id();
  }

  private BudgetView view(Workspace workspace, BudgetState state) {
    return new BudgetView(
        prices.list(workspace.id()).currency().orElse(null),
        state.limit().map(Amounts::shown).orElse(null),
        Amounts.shown(state.reserved()),
        Amounts.shown(state.committed()),
        Amounts.shown(state.returned()),
        Amounts.shown(state.settled()),
        state.exceeded().signum() == 0 ? null : Amounts.shown(state.exceeded()),
        Amounts.shown(state.spent()),
        state.left().map(Amounts::shown).orElse(null));
  }

  record Limit(BigDecimal limit) {}

  /**
   * Amounts in the currency of the workspace; without limit and left, it is not limited.
   *
   * @param settled what coupons that were used really cost
   * @param exceeded what they cost beyond the limit, if they did
   */
  record BudgetView(
      String currency,
      BigDecimal limit,
      BigDecimal reserved,
      BigDecimal committed,
      BigDecimal returned,
      BigDecimal settled,
      BigDecimal exceeded,
      BigDecimal spent,
      BigDecimal left) {}
}
