package io.sluice.engine.campaign;

import io.sluice.engine.web.Caller;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/campaigns/{campaign}")
class ReviewController {
  private static final int NAME_LENGTH = 200;
  private static final int WORDS_LENGTH = 2_000;

  private final Reviews reviews;
  private final Campaigns campaigns;

  ReviewController(Reviews reviews, Campaigns campaigns) {
    this.reviews = reviews;
    this.campaigns = campaigns;
  }

  @Operation(summary = "Where the campaign stands, and what was decided about it, the first first")
  @GetMapping("/review")
  ReviewView get(@PathVariable Workspace workspace, @PathVariable String campaign) {
    return view(campaigns.require(workspace, campaign));
  }

  @Operation(
      summary = "Submits, withdraws, approves, rejects, returns or cancels a campaign",
      description =
          "What is submitted is not changed until it is withdrawn, approved, rejected or returned."
              + " An approval is about one version: a changed canvas is a draft again. Nobody"
              + " approves what they submitted. A cancelled campaign stays cancelled; it can be"
              + " copied.")
  @PostMapping("/review")
  ReviewView decide(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestBody NewDecision body,
      HttpServletRequest request) {
    if (body.decision() == null) {
      throw Problem.badField(
          "no-decision",
          "/decision",
          "Say what is decided: submit, withdraw, approve, reject, return or cancel.");
    }
    Caller caller = Caller.of(request);
    caller.require(workspace.key(), body.decision().roles());
    return view(
        reviews.decide(
            workspace,
            campaign,
            body.decision(),
            Optional.ofNullable(body.version()),
            Optional.ofNullable(body.dryRun()),
            caller.author("/by", body.by(), NAME_LENGTH),
            words(body)));
  }

  private static Optional<String> words(NewDecision body) {
    if (body.decision() == Decision.RETURN
        && (body.comment() == null || body.comment().isBlank())) {
      throw Problem.badField(
          "no-comment", "/comment", "Tell the author what to change: fill in 'comment'.");
    }
    if (body.comment() != null) {
      body.comment()
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> InputText.line("/comment", line, WORDS_LENGTH));
      if (body.comment().length() > WORDS_LENGTH) {
        throw Problem.badField(
            "too-long",
            "/comment",
            "'comment' has more than %d characters; shorten it.".formatted(WORDS_LENGTH));
      }
    }
    return Optional.ofNullable(body.comment());
  }

  private ReviewView view(Campaign campaign) {
    return new ReviewView(
        campaign.review(),
        campaign.latestVersion(),
        reviews.history(campaign.workspace(), campaign.id()));
  }

  /**
   * @param by who decides; the caller, where the server asks for a login
   * @param version the version that was looked at: another one is not decided about
   * @param dryRun a finished dry run of that version, for the approver to look at
   */
  record NewDecision(Decision decision, Integer version, String by, String comment, Long dryRun) {}

  record ReviewView(Review state, int version, List<Reviews.Decided> decisions) {}
}
