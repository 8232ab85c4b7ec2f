package io.sluice.engine.run;

import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.member.ValueChanges;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the levels and attributes that a node of a run wrote. */
@Component
class Reverts {
  private static final int LISTED = 1_000;

  private final Runs runs;
  private final RunStore store;
  private final CanvasVersions versions;
  private final ValueChanges values;
  private final MemberPages members;
  private final Clock clock;

  Reverts(
      Runs runs,
      RunStore store,
      CanvasVersions versions,
      ValueChanges values,
      MemberPages members,
      Clock clock) {
    this.runs = runs;
    this.store = store;
    this.versions = versions;
    this.values = values;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Old values come back where nobody changed them since.
   *
   * @throws Problem 404 if the node writes no values, 409 if there is nothing to take back
   */
  @Transactional
  public Reverted revert(Workspace workspace, long number, String node) {
    Run run = runs.require(workspace, number);
    BoundCanvas canvas = versions.get(workspace.id(), run.campaign(), run.version());
    ValueRef target =
        Optional.of(node)
            .filter(canvas::has)
            .flatMap(
                one ->
                    canvas.node(one).writes().stream()
                        .filter(ValueRef.class::isInstance)
                        .map(ValueRef.class::cast)
                        .findFirst())
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "unknown-node",
                        "There is no node '%s' in run %d that writes a level or an attribute."
                            .formatted(node, number)));
    List<String> causes =
        store.cohorts(workspace.id(), number).stream()
            .map(Cohort::ref)
            .map(cohort -> Effects.cause(cohort, node))
            .filter(cause -> values.canRevert(workspace.id(), target, cause))
            .toList();
    if (causes.isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "nothing-to-revert",
          "Node '%s' of run %d wrote nothing yet, or it was taken back already."
              .formatted(node, number));
    }
    int reverted = 0;
    List<Integer> changed = new ArrayList<>();
    for (String cause : causes) {
      ValueChanges.Reverted done = values.revert(workspace.id(), target, cause, clock.instant());
      reverted += done.members();
      changed.addAll(done.changedSince());
    }
    Audience since = Audience.collect(changed.stream().mapToInt(Integer::intValue));
    return new Reverted(
        reverted,
        since.size(),
        members.page(workspace.id(), since, -1, LISTED).members().stream()
            .map(entry -> entry.key())
            .toList());
  }

  /** What was taken back. */
  record Reverted(
      @Schema(description = "How many have their old value again") int members,
      @Schema(description = "How many have another value by now and keep it") int changedSince,
      @Schema(description = "The keys of the first 1,000 of those") List<String> keys) {}
}
