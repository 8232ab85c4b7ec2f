package io.sluice.engine.segment;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes changes of kept sets back: the set becomes what the other changes alone make of it. The log
 * keeps what was done, and that it was taken back.
 */
@Component
public class SetReverts {
  private static final String MARK = "/revert";

  private final SetLog sets;
  private final SetRows rows;

  SetReverts(SetLog sets, SetRows rows) {
    this.sets = sets;
    this.rows = rows;
  }

  /**
   * What came of it.
   *
   * @param back who is in the set, or out of it, as without the changes
   * @param kept of whom the changes told the same as others do
   */
  public record Reverted(Audience back, Audience kept) {}

  /** Whether there is a change of that cause that was not taken back. */
  public boolean canRevert(WorkspaceId workspace, SetRef set, String cause) {
    return rows.find(workspace, set)
        .filter(row -> rows.hasCause(row, cause) && !rows.hasCause(row, cause + MARK))
        .isPresent();
  }

  /** Takes back the changes of some causes, none of which was taken back before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Reverted revert(WorkspaceId workspace, SetRef set, List<String> causes, Instant at) {
    sets.lock(workspace, set);
    SetRow row = rows.find(workspace, set).orElseThrow();
    SetState now = sets.stateAsOf(workspace, set, at);
    SetState wanted = without(row, causes, at);
    Audience back = now.at(at).minus(wanted.at(at));
    append(workspace, SetWrite.remove(set, back), at, causes.get(0) + MARK);
    List<SetWrite> again = missing(set, now, wanted);
    for (int i = 0; i < again.size(); i++) {
      append(workspace, again.get(i), at, causes.get(0) + MARK + "/" + i);
      back = back.union(again.get(i).members());
    }
    for (String cause : causes.subList(1, causes.size())) {
      append(workspace, SetWrite.remove(set, Audience.empty()), at, cause + MARK);
    }
    return new Reverted(back, rows.members(row, causes).minus(back));
  }

  private SetState without(SetRow row, List<String> causes, Instant at) {
    Set<String> reverts = rows.causesWith(row, MARK);
    Set<String> left = new HashSet<>(causes);
    left.addAll(reverts);
    left.addAll(
        reverts.stream()
            .map(cause -> cause.substring(0, cause.indexOf(MARK)))
            .collect(Collectors.toSet()));
    List<SetChange> others =
        rows.changesWithout(row, left).stream().filter(one -> !one.at().isAfter(at)).toList();
    return SetState.EMPTY.after(others).from(at);
  }

  private static List<SetWrite> missing(SetRef set, SetState now, SetState wanted) {
    List<SetWrite> missing = new ArrayList<>();
    Audience forGood = wanted.permanent().minus(now.permanent());
    if (!forGood.isEmpty()) {
      missing.add(SetWrite.add(set, forGood));
    }
    for (Map.Entry<Instant, Audience> part : wanted.until().entrySet()) {
      Audience people =
          part.getValue().minus(now.until().getOrDefault(part.getKey(), Audience.empty()));
      if (!people.isEmpty()) {
        missing.add(SetWrite.addUntil(set, people, part.getKey()));
      }
    }
    return missing;
  }

  private void append(WorkspaceId workspace, SetWrite write, Instant at, String cause) {
    sets.append(workspace, write, at, cause, null);
  }
}
