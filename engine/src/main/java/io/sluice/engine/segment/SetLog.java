package io.sluice.engine.segment;

import static java.util.Comparator.naturalOrder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

/**
 * Kept sets (tags, static segments) as append-only logs: who was in a set at any instant can be
 * told. What happened later wins over what happened earlier, in whatever order it was written.
 */
@Component
public class SetLog {
  /** A longer timeline is read again from its newest snapshot. */
  private static final int LONGEST = 4096;

  private final SetRows rows;
  private final Cache<TimelineKey, SetTimeline> timelines;

  SetLog(SetRows rows, @Value("${sluice.cache.sets:128MB}") DataSize cacheSize) {
    this.rows = rows;
    this.timelines =
        Caffeine.newBuilder()
            .maximumWeight(cacheSize.toBytes())
            .weigher(
                (TimelineKey key, SetTimeline timeline) ->
                    (int) Math.min(Integer.MAX_VALUE, timeline.memoryBytes()))
            .build();
  }

  private record TimelineKey(WorkspaceId workspace, int set) {}

  /**
   * Appends one change in the caller's transaction, and makes the set where it is new.
   *
   * @param at when the change happened; a rule at that instant or later sees it
   * @param cause what brought the change about, at most 300 characters, unique per set
   * @param evidence anything worth keeping with it, at most 1,000 characters, or null
   * @return false if a change of the same cause is there already: then nothing is done
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean append(
      WorkspaceId workspace, SetWrite write, Instant at, String cause, String evidence) {
    SetRow set = lockedRow(workspace, write.set());
    if (rows.hasCause(set, cause)) {
      return false;
    }
    rows.append(set, write, at.truncatedTo(ChronoUnit.MICROS), cause, evidence);
    return true;
  }

  /**
   * Keeps others from writing to a set until the caller's transaction ends; makes it where it is
   * new.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(WorkspaceId workspace, SetRef set) {
    lockedRow(workspace, set);
  }

  private SetRow lockedRow(WorkspaceId workspace, SetRef set) {
    return rows.lock(workspace, set)
        .or(
            () -> {
              create(workspace, set);
              return rows.lock(workspace, set);
            })
        .orElseThrow(() -> new IllegalStateException("No row for " + set));
  }

  private void create(WorkspaceId workspace, SetRef set) {
    try {
      rows.create(workspace, set);
    } catch (DuplicateKeyException madeMeanwhile) {
      // H2 emulates the conflict clause by MERGE, which can lose a race; its transaction goes on.
    }
  }

  /** Whether anything was ever written to the set. */
  public boolean exists(WorkspaceId workspace, SetRef set) {
    return rows.find(workspace, set).isPresent();
  }

  /** The sets of a kind, by key. */
  public List<SetRef> all(WorkspaceId workspace, SetRef.Kind kind) {
    return rows.all(workspace, kind);
  }

  /** The members of the set at an instant; nobody where there is no such set. */
  @Transactional(readOnly = true)
  public Audience asOf(WorkspaceId workspace, SetRef set, Instant at) {
    return stateAsOf(workspace, set, at).at(at);
  }

  /** When a member who is in the set at an instant leaves it by itself; empty for never. */
  @Transactional(readOnly = true)
  public Optional<Instant> leavesAt(WorkspaceId workspace, SetRef set, int member, Instant at) {
    return stateAsOf(workspace, set, at).leavesAt(member, at);
  }

  SetState stateAsOf(WorkspaceId workspace, SetRef set, Instant at) {
    return rows.find(workspace, set)
        .map(row -> timeline(row, at).stateAt(at, row.lastSeq()))
        .orElse(SetState.EMPTY);
  }

  /** The same as if nodes had written more, each at its time. */
  SetState stateAsOf(WorkspaceId workspace, SetRef set, Instant at, List<PlannedWrite> planned) {
    if (planned.isEmpty()) {
      return stateAsOf(workspace, set, at);
    }
    Instant first =
        planned.stream().map(PlannedWrite::at).filter(at::isAfter).min(naturalOrder()).orElse(at);
    Optional<SetRow> row = rows.find(workspace, set);
    return row.map(known -> timeline(known, first))
        .orElse(SetTimeline.of(SetTimeline.Base.START, List.of(), 0))
        .stateAt(at, row.map(SetRow::lastSeq).orElse(0L), planned);
  }

  /** Deletes a set and all that is known of it, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  void delete(WorkspaceId workspace, SetRef set) {
    rows.lock(workspace, set).ifPresent(rows::delete);
  }

  /** Forgets what is held in memory; the next read folds the log anew. */
  public void clear() {
    timelines.invalidateAll();
  }

  /** A timeline that covers the instant, from memory where it can be. */
  private SetTimeline timeline(SetRow set, Instant at) {
    TimelineKey key = new TimelineKey(set.workspace(), set.id());
    SetTimeline known = timelines.getIfPresent(key);
    if (known != null && known.covers(at, set.lastSeq()) && known.length() <= LONGEST) {
      if (known.lastSeq() >= set.lastSeq()) {
        return known;
      }
      List<SetChange> more = rows.changesWrittenAfter(set, known.lastSeq());
      if (more.stream().allMatch(known::accepts)) {
        SetTimeline grown = known.with(more, set.lastSeq());
        keep(key, grown);
        return grown;
      }
    }
    SetTimeline loaded = load(set, at);
    if (known == null || known.lastSeq() <= set.lastSeq()) {
      keep(key, loaded);
    }
    return loaded;
  }

  /** A transaction that writes may see changes that are rolled back later. */
  private void keep(TimelineKey key, SetTimeline timeline) {
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      timelines.put(key, timeline);
    }
  }

  SetTimeline load(SetRow set, Instant at) {
    SetTimeline.Base base = rows.snapshot(set, at);
    return SetTimeline.of(base, rows.changesAfter(set, base), set.lastSeq());
  }
}
