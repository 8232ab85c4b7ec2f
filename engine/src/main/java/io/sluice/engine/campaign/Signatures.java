package io.sluice.engine.campaign;

import static io.sluice.engine.campaign.CampaignTables.*;
import static org.jooq.impl.DSL.max;

import io.sluice.engine.storage.Meaning;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a submitted version names, and what of it says something else since. */
@Component
public class Signatures {
  private static final Map<String, String> WORDS =
      Map.of(
          NamedThing.SEGMENT,
          "Segment",
          NamedThing.TEMPLATE,
          "Template",
          "coupon",
          "Coupon batch",
          "points-account",
          "Points account",
          "code-pool",
          "Code pool",
          "discount-mark",
          "Offer");

  private final DSLContext db;
  private final CanvasVersions versions;
  private final NamedThings things;

  Signatures(DSLContext db, CanvasVersions versions, NamedThings things) {
    this.db = db;
    this.versions = versions;
    this.things = things;
  }

  /**
   * Something that says something else than when the campaign was submitted.
   *
   * @param kind segment, template, coupon, points-account, code-pool or discount-mark
   * @param name what it was called then
   * @param gone whether it is not there any more
   */
  record Changed(String kind, String key, String name, boolean gone) {
    String sentence(String since) {
      return "%s '%s' %s since the campaign was %s."
          .formatted(WORDS.get(kind), name, gone ? "went" : "was changed", since);
    }
  }

  /** Keeps what the newest version names, with the decision of that number to submit it. */
  void keep(Campaign campaign, int seq) {
    named(campaign)
        .forEach(
            thing ->
                db.insertInto(SIGNATURE)
                    .set(SIGNATURE_WORKSPACE, campaign.workspace().value())
                    .set(SIGNATURE_CAMPAIGN, campaign.id())
                    .set(SIGNATURE_SEQ, seq)
                    .set(THING_KIND, thing.kind())
                    .set(THING_KEY, thing.key())
                    .set(THING_NAME, thing.meaning().name())
                    .set(DIGEST, thing.meaning().digest())
                    .execute());
  }

  /** What all that the newest version names says now, in short: 64 hexadecimal digits. */
  public String digest(Campaign campaign) {
    List<String> said =
        named(campaign).stream()
            .map(thing -> List.of(thing.kind(), thing.key(), thing.meaning().digest()).toString())
            .toList();
    return Meaning.of("", said.toString()).digest();
  }

  private List<NamedThing> named(Campaign campaign) {
    return things.of(
        campaign.workspace(),
        versions.get(campaign.workspace(), campaign.id(), campaign.latestVersion()));
  }

  /** What was changed since the submitted or approved version was submitted. */
  List<Changed> changes(Campaign campaign) {
    if (campaign.review() != Review.SUBMITTED && campaign.review() != Review.APPROVED) {
      return List.of();
    }
    WorkspaceId workspace = campaign.workspace();
    return db
        .select(THING_KIND, THING_KEY, THING_NAME, DIGEST)
        .from(SIGNATURE)
        .where(
            SIGNATURE_WORKSPACE.eq(workspace.value()),
            SIGNATURE_CAMPAIGN.eq(campaign.id()),
            SIGNATURE_SEQ.eq(
                db.select(max(SEQ))
                    .from(CAMPAIGN_DECISION)
                    .where(
                        DECISION_WORKSPACE.eq(workspace.value()),
                        DECISION_CAMPAIGN.eq(campaign.id()),
                        DECISION.eq(Decision.SUBMIT.key()))))
        .orderBy(THING_KIND, THING_KEY)
        .fetch(
            row ->
                new NamedThing(row.value1(), row.value2(), new Meaning(row.value3(), row.value4())))
        .stream()
        .flatMap(signed -> change(workspace, signed).stream())
        .toList();
  }

  private Optional<Changed> change(WorkspaceId workspace, NamedThing signed) {
    Meaning now = things.now(workspace, signed.kind(), signed.key());
    return now.digest().equals(signed.meaning().digest())
        ? Optional.empty()
        : Optional.of(
            new Changed(
                signed.kind(), signed.key(), signed.meaning().name(), now.digest().isEmpty()));
  }

  /**
   * Makes sure that an approver decides about what was submitted.
   *
   * @throws Problem 409 that names what says something else
   */
  void requireAsSubmitted(Campaign campaign) {
    require(
        campaign,
        "changed-since-submission",
        "submitted",
        "Return the campaign, and have it submitted again with a new dry run.");
  }

  /**
   * Makes sure that what starts is what was approved.
   *
   * @throws Problem 409 that names what says something else
   */
  void requireAsApproved(Campaign campaign) {
    require(
        campaign,
        "changed-since-approval",
        "submitted for approval",
        "Submit the campaign again with a new dry run and have it approved, or put that back.");
  }

  private void require(Campaign campaign, String code, String since, String fix) {
    List<Changed> changes = changes(campaign);
    if (!changes.isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          code,
          changes.get(0).sentence(since)
              + (changes.size() > 1 ? " So were %d more.".formatted(changes.size() - 1) : "")
              + " "
              + fix,
          changes.stream()
              .map(
                  change ->
                      new Problem.Part(
                          code, change.kind() + "/" + change.key(), change.sentence(since)))
              .toList());
    }
  }
}
