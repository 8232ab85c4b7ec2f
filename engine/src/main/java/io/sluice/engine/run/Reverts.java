package io.sluice.engine.run;

import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.member.ValueChanges;
import io.sluice.engine.segment.SetReverts;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.FactRef;
import io.sluice.node.SetRef;
import io.sluice.node.ValueRef;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the levels, attributes and discount marks that a node of a run wrote. */
@Component
class Reverts {
  private static final int LISTED = 1_000;

  private final Runs runs;
  private final RunStore store;
  private final CanvasVersions versions;
  private final ValueChanges values;
  private final SetReverts sets;
  private final MemberPages members;
  private final Clock clock;

  Reverts(
      Runs runs,
      RunStore store,
      CanvasVersions versions,
      ValueChanges values,
      SetReverts sets,
      MemberPages members,
      Clock clock) {
    this.runs = runs;
    this.store = store;
    this.versions = versions;
    this.values = values;
    this.sets = sets;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Old values come back where nobody changed them since; marks go that nobody else made.
   *
   * @throws Problem 404 if the node writes nothing of the kind, 409 if there is nothing to take
   *     back
   */
  @Transactional
  public Reverted revert(Workspace workspace, long number, String node) {
    Run run = runs.require(workspace, number);
    BoundCanvas canvas = versions.get(workspace.id(), run.campaign(), run.version());
    Set<? extends FactRef> writes =
        canvas.has(node) ? canvas.node(node).writes() : Set.<FactRef>of();
    FactRef target =
        writes.stream()
            .filter(Reverts::canBeTakenBack)
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "unknown-node",
                        "There is no node '%s' in run %d that writes a level, an attribute or a discount mark."
                            .formatted(node, number)));
    List<String> causes =
        store.cohorts(workspace.id(), number).stream()
            .map(Cohort::ref)
            .map(cohort -> Effects.cause(cohort, node))
            .filter(cause -> canRevert(workspace, target, cause))
            .toList();
    if (causes.isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "nothing-to-revert",
          "Node '%s' of run %d wrote nothing yet, or it was taken back already."
              .formatted(node, number));
    }
    return target instanceof ValueRef value
        ? revertValues(workspace, value, causes)
        : revertMarks(workspace, writes, causes);
  }

  private static boolean canBeTakenBack(FactRef fact) {
    return fact instanceof ValueRef
        || fact instanceof SetRef set && set.kind() == SetRef.Kind.DISCOUNT_MARK;
  }

  private boolean canRevert(Workspace workspace, FactRef target, String cause) {
    return target instanceof ValueRef value
        ? values.canRevert(workspace.id(), value, cause)
        : sets.canRevert(workspace.id(), (SetRef) target, cause);
  }

  private Reverted revertValues(Workspace workspace, ValueRef target, List<String> causes) {
    int reverted = 0;
    List<Integer> changed = new ArrayList<>();
    for (String cause : causes) {
      ValueChanges.Reverted done = values.revert(workspace.id(), target, cause, clock.instant());
      reverted += done.members();
      changed.addAll(done.changedSince());
    }
    return reverted(
        workspace, reverted, Audience.collect(changed.stream().mapToInt(Integer::intValue)));
  }

  /** Who had the mark of a group of rewards can get another one of the group. */
  private Reverted revertMarks(
      Workspace workspace, Set<? extends FactRef> writes, List<String> causes) {
    SetReverts.Reverted marks = new SetReverts.Reverted(Audience.empty(), Audience.empty());
    for (FactRef written : writes) {
      SetReverts.Reverted done =
          sets.revert(workspace.id(), (SetRef) written, causes, clock.instant());
      marks = canBeTakenBack(written) ? done : marks;
    }
    return reverted(workspace, marks.back().size(), marks.kept());
  }

  private Reverted reverted(Workspace workspace, int members, Audience kept) {
    return new Reverted(
        members,
        kept.size(),
        this.members.page(workspace.id(), kept, -1, LISTED).members().stream()
            .map(entry -> entry.key())
            .toList());
  }

  /** What was taken back. */
  record Reverted(
      @Schema(description = "How many are as they were before") int members,
      @Schema(description = "How many keep what they have: somebody else wrote that")
          int changedSince,
      @Schema(description = "The keys of the first 1,000 of those") List<String> keys) {}
}
