package io.sluice.engine.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is decided about a campaign, and from where it leads where. */
enum Decision {
  @JsonProperty("submit")
  SUBMIT(
      EnumSet.of(Review.DRAFT, Review.REJECTED, Review.RETURNED),
      Review.SUBMITTED,
      "submitted",
      "marketer"),
  /** The author takes it back before anybody decided. */
  @JsonProperty("withdraw")
  WITHDRAW(EnumSet.of(Review.SUBMITTED), Review.DRAFT, "withdrawn", "marketer"),
  @JsonProperty("approve")
  APPROVE(EnumSet.of(Review.SUBMITTED), Review.APPROVED, "approved", "approver"),
  @JsonProperty("reject")
  REJECT(EnumSet.of(Review.SUBMITTED), Review.REJECTED, "rejected", "approver"),
  @JsonProperty("return")
  RETURN(EnumSet.of(Review.SUBMITTED), Review.RETURNED, "returned", "approver"),
  @JsonProperty("cancel")
  CANCEL(
      EnumSet.complementOf(EnumSet.of(Review.CANCELLED)),
      Review.CANCELLED,
      "cancelled",
      "marketer",
      "approver");

  private final Set<Review> from;
  private final Review to;
  private final String done;
  private final String[] roles;

  Decision(Set<Review> from, Review to, String done, String... roles) {
    this.from = from;
    this.to = to;
    this.done = done;
    this.roles = roles;
  }

  boolean isPossibleFrom(Review review) {
    return from.contains(review);
  }

  Review leadsTo() {
    return to;
  }

  /** The participle, for sentences. */
  String done() {
    return done;
  }

  /** The roles of which the one who decides needs one. */
  String[] roles() {
    return roles.clone();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
