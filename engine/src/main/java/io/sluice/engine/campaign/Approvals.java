package io.sluice.engine.campaign;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was approved, for those who have to keep to it. */
@Component
public class Approvals {
  private final Reviews reviews;

  Approvals(Reviews reviews) {
    this.reviews = reviews;
  }

  /**
   * An approval.
   *
   * @param submittedBy who asked for it
   * @param dryRun the dry run that the approver was shown; empty where none was
   */
  public record Approved(String submittedBy, Optional<Long> dryRun) {}

  /** The approval under which a version started at an instant; empty where it had none. */
  public Optional<Approved> of(
      WorkspaceId workspace, long campaign, int version, Instant startedAt) {
    List<Reviews.Decided> before =
        reviews.history(workspace, campaign).stream()
            .filter(one -> one.version() == version && !one.at().isAfter(startedAt))
            .toList();
    int approval = last(before, Decision.APPROVE);
    int submission = last(before.subList(0, approval + 1), Decision.SUBMIT);
    return submission < 0
        ? Optional.empty()
        : Optional.of(
            new Approved(
                before.get(submission).by(), Optional.ofNullable(before.get(submission).dryRun())));
  }

  private static int last(List<Reviews.Decided> decisions, Decision decision) {
    for (int i = decisions.size() - 1; i >= 0; i--) {
      if (decisions.get(i).decision().equals(decision.key())) {
        return i;
      }
    }
    return -1;
  }
}
