package io.sluice.engine.segment;

import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A set's log from a snapshot on, in memory. Immutable but for a memo of the last state asked for,
 * from which the next one is folded on.
 */
final class SetTimeline {
  private final Base base;
  private final List<SetChange> changes;
  private final long lastSeq;
  private volatile Memo memo;

  private SetTimeline(Base base, List<SetChange> changes, long lastSeq, Memo memo) {
    this.base = base;
    this.changes = changes;
    this.lastSeq = lastSeq;
    this.memo = memo;
  }

  /**
   * The state to start from.
   *
   * @param at the instant of the last change in it
   * @param seq the highest number of a change in it
   */
  record Base(Instant at, long seq, SetState state) {
    static final Base START = new Base(Instant.MIN, 0, SetState.EMPTY);
  }

  private record Memo(int changes, SetState state) {}

  /** A timeline of changes in the order of {@link SetChange#ORDER}, all of them after the base. */
  static SetTimeline of(Base base, List<SetChange> changes, long lastSeq) {
    return new SetTimeline(base, List.copyOf(changes), lastSeq, new Memo(0, base.state));
  }

  long lastSeq() {
    return lastSeq;
  }

  int length() {
    return changes.size();
  }

  /** Whether the state at the instant, as of that last change, can be told from here. */
  boolean covers(Instant instant, long upToSeq) {
    return !base.at.isAfter(instant) && base.seq <= upToSeq;
  }

  /** Whether a change can be added; one that happened before the base cannot. */
  boolean accepts(SetChange change) {
    return !change.at().isBefore(base.at);
  }

  /** The timeline with more changes. */
  SetTimeline with(List<SetChange> more, long upToSeq) {
    List<SetChange> all = new ArrayList<>(changes);
    all.addAll(more);
    all.sort(SetChange.ORDER);
    SetChange first = more.stream().min(SetChange.ORDER).orElseThrow();
    Memo known = memo;
    boolean holds = all.indexOf(first) >= known.changes;
    return new SetTimeline(
        base, List.copyOf(all), upToSeq, holds ? known : new Memo(0, base.state));
  }

  /** The members at the instant. */
  SetState stateAt(Instant instant, long upToSeq) {
    if (upToSeq < lastSeq) {
      List<SetChange> known = changes.stream().filter(c -> c.seq() <= upToSeq).toList();
      return of(base, known, upToSeq).stateAt(instant, upToSeq);
    }
    int count = countUntil(instant);
    Memo known = memo;
    if (known.changes > count) {
      known = new Memo(0, base.state);
    }
    SetState state =
        known.changes == count
            ? known.state
            : known.state.after(changes.subList(known.changes, count));
    memo = new Memo(count, state);
    return state;
  }

  /** The same as if nodes had written more, each at its time and after what is there of it. */
  SetState stateAt(Instant instant, long upToSeq, List<PlannedWrite> planned) {
    if (upToSeq < lastSeq) {
      List<SetChange> known = changes.stream().filter(c -> c.seq() <= upToSeq).toList();
      return of(base, known, upToSeq).stateAt(instant, upToSeq, planned);
    }
    List<SetChange> more = new ArrayList<>();
    for (PlannedWrite one : planned) {
      SetWrite write = (SetWrite) one.write();
      more.add(
          new SetChange(
              one.at(),
              upToSeq + 1 + more.size(),
              write.change(),
              write.members(),
              write.expiresAt()));
    }
    long last = upToSeq + more.size();
    return with(more, last).stateAt(instant, last);
  }

  /**
   * The state to keep as a snapshot: all changes but about the newest {@code keep}, cut between two
   * instants.
   */
  Base snapshotWithout(int keep) {
    int newest = changes.size() - keep - 1;
    if (newest < 0) {
      return base;
    }
    Instant at = changes.get(newest).at();
    List<SetChange> old = changes.subList(0, countUntil(at));
    long seq = old.stream().mapToLong(SetChange::seq).max().orElseThrow();
    return new Base(at, Math.max(seq, base.seq), base.state.after(old).from(at));
  }

  long memoryBytes() {
    // Twice, for the memo that will stand beside the base.
    return 2 * base.state.memoryBytes()
        + changes.stream().mapToLong(change -> change.members().memoryBytes() + 150).sum();
  }

  private int countUntil(Instant instant) {
    int low = 0;
    int high = changes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes.get(middle).at().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
