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
  private final Signatures signatures;

  ReviewController(Reviews reviews, Campaigns campaigns, Signatures signatures) {
    this.reviews = reviews;
    this.campaigns = campaigns;
    this.signatures = signatures;
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
              + " An approval is about one version, and about what the segments, templates and"
              + " rewards that it names say: a changed canvas is a draft again, and where one of"
              + " those was changed, the campaign is submitted again. Nobody"
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
    return Optional.ofNullable(body.comment())
        .map(comment -> InputText.words("/comment", comment, WORDS_LENGTH));
  }

  private ReviewView view(Campaign campaign) {
    return new ReviewView(
        campaign.review(),
        campaign.latestVersion(),
        reviews.history(campaign.workspace(), campaign.id()),
        signatures.changes(campaign));
  }

  /**
   * @param by who decides; the caller, where the server asks for a login
   * @param version the version that was looked at: another one is not decided about
   * @param dryRun a finished dry run of that version, for the approver to look at
   */
  record NewDecision(Decision decision, Integer version, String by, String comment, Long dryRun) {}

  /**
   * Where a campaign stands.
   *
   * @param changed what the version names and what says something else since it was submitted: it
   *     is not approved any more, and does not start
   */
  record ReviewView(
      Review state,
      int version,
      List<Reviews.Decided> decisions,
      List<Signatures.Changed> changed) {}
}
