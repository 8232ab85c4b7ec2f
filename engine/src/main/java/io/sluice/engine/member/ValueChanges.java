package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.NodeFailure;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes levels and attributes of many members, and takes such a change back. */
@Component
public class ValueChanges {
  private static final int ROWS_AT_ONCE = 10_000;

  private final Workspaces workspaces;
  private final Attributes attributes;
  private final MemberValues values;
  private final ValueChangeRows rows;

  ValueChanges(
      Workspaces workspaces, Attributes attributes, MemberValues values, ValueChangeRows rows) {
    this.workspaces = workspaces;
    this.attributes = attributes;
    this.values = values;
    this.rows = rows;
  }

  /**
   * Writes a change in the caller's transaction, and keeps what was there.
   *
   * @param at when it happened
   * @param cause what brought it about, at most 300 characters, unique per target
   * @param note anything worth keeping with it, at most 1,000 characters, or null
   * @return false if a change of the same cause is there already: then nothing is done
   * @throws NodeFailure if there is no such attribute, or the value does not fit it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean append(
      WorkspaceId workspace, ValueWrite write, Instant at, String cause, String note) {
    workspaces.lock(workspace);
    if (rows.isThere(workspace, write.target(), cause)) {
      return false;
    }
    WrittenValue written = WrittenValue.of(attribute(workspace, write.target()), write);
    long change = rows.insert(workspace, write.target(), at, cause, note);
    List<Integer> chunk = new ArrayList<>(ROWS_AT_ONCE);
    for (PrimitiveIterator.OfInt left = write.members().stream().iterator(); left.hasNext(); ) {
      chunk.add(left.nextInt());
      if (chunk.size() == ROWS_AT_ONCE || !left.hasNext()) {
        write(workspace, change, written, chunk);
        chunk.clear();
      }
    }
    workspaces.dataChanged(workspace);
    return true;
  }

  private void write(
      WorkspaceId workspace, long change, WrittenValue written, Collection<Integer> members) {
    Map<Integer, Object> before = values.read(workspace, written.attribute(), members);
    Map<Integer, Object> after = new LinkedHashMap<>();
    for (int member : members) {
      Object value = written.after(before.get(member));
      if (!Objects.equals(value, before.get(member))) {
        after.put(member, value);
      }
    }
    values.write(workspace, written.attribute(), before, after);
    rows.insertBefore(workspace, change, before, after);
  }

  /**
   * Takes a change back: who still has the value that it gave gets the one that was there.
   *
   * @param now when
   * @return who has another value by now, and keeps it
   */
  @Transactional
  public Reverted revert(WorkspaceId workspace, ValueRef target, String cause, Instant now) {
    workspaces.lock(workspace);
    long change =
        rows.takeBack(workspace, target, cause, now)
            .orElseThrow(
                () -> new IllegalStateException("Nothing of " + cause + " can be taken back"));
    Optional<Attribute> attribute = attribute(workspace, target);
    List<Integer> keep = new ArrayList<>();
    int reverted = 0;
    int after = -1;
    List<ValueChangeRows.Kept> kept;
    while (!(kept = rows.page(workspace, change, attribute, after, ROWS_AT_ONCE)).isEmpty()) {
      Map<Integer, Object> current =
          values.read(
              workspace, attribute, kept.stream().map(ValueChangeRows.Kept::member).toList());
      Map<Integer, Object> back = new LinkedHashMap<>();
      for (ValueChangeRows.Kept one : kept) {
        if (Objects.equals(current.get(one.member()), one.after())) {
          back.put(one.member(), one.before());
        } else {
          keep.add(one.member());
        }
        after = one.member();
      }
      values.write(workspace, attribute, current, back);
      reverted += back.size();
    }
    workspaces.dataChanged(workspace);
    return new Reverted(reverted, keep);
  }

  /**
   * What became of a change that was taken back.
   *
   * @param members how many have their old value again
   * @param changedSince who has another value by now
   */
  public record Reverted(int members, List<Integer> changedSince) {
    /** Copies the list. */
    public Reverted {
      changedSince = List.copyOf(changedSince);
    }
  }

  /** Whether there is a change that was not taken back. */
  public boolean canRevert(WorkspaceId workspace, ValueRef target, String cause) {
    return rows.isStanding(workspace, target, cause);
  }

  private Optional<Attribute> attribute(WorkspaceId workspace, ValueRef target) {
    if (target.kind() == ValueRef.Kind.LEVEL) {
      return Optional.empty();
    }
    return Optional.of(
        attributes.all(workspace).stream()
            .filter(one -> one.key().equals(target.key()))
            .findFirst()
            .orElseThrow(
                () ->
                    new NodeFailure(
                        "There is no attribute '"
                            + target.key()
                            + "'; make it, or name another.")));
  }
}
