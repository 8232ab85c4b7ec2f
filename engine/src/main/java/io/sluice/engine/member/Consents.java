package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends consents, and tells who ended theirs. */
@Component
public class Consents {
  private final DSLContext db;
  private final ConsentRows rows;
  private final Workspaces workspaces;

  Consents(DSLContext db, ConsentRows rows, Workspaces workspaces) {
    this.db = db;
    this.rows = rows;
    this.workspaces = workspaces;
  }

  /**
   * Ends the members' consent to a channel, in the caller's transaction. Whoever has withdrawn
   * already stays as they are, and so does whoever agreed again after the very same withdrawal.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(WorkspaceId workspace, Audience members, Withdrawal withdrawal) {
    if (members.isEmpty()) {
      return;
    }
    workspaces.lock(workspace);
    ConsentChange change =
        new ConsentChange(
            withdrawal.channel(),
            false,
            withdrawal.basis(),
            withdrawal.wording(),
            withdrawal.source(),
            withdrawal.at());
    Map<Integer, List<ConsentRows.Kept>> before =
        rows.read(workspace, members.stream().boxed().toList());
    List<ConsentRows.Kept> news =
        members.stream()
            .filter(member -> isNews(change, before.getOrDefault(member, List.of())))
            .mapToObj(member -> new ConsentRows.Kept(member, change, false))
            .toList();
    if (!news.isEmpty()) {
      rows.append(workspace, news, before.keySet());
      workspaces.dataChanged(workspace);
    }
  }

  private static boolean isNews(ConsentChange change, List<ConsentRows.Kept> before) {
    return before.stream()
        .filter(kept -> kept.consent().channel().equals(change.channel()))
        .noneMatch(
            kept ->
                kept.consent().equals(change) || !kept.superseded() && !kept.consent().granted());
  }

  /** Whether anybody withdrew from one of the channels after an instant. */
  public boolean withdrewAfter(WorkspaceId workspace, Collection<String> channels, Instant at) {
    return db.fetchExists(
        db.selectOne()
            .from(CONSENT)
            .where(
                CONSENT_WORKSPACE.eq(workspace.value()),
                CHANNEL.in(channels),
                GRANTED.isFalse(),
                CONSENT_AT.gt(at)));
  }

  /** The newest point in the log of consents; 0 where it is empty. */
  public long lastId(WorkspaceId workspace) {
    return lastIdAfter(workspace, 0);
  }

  private long lastIdAfter(WorkspaceId workspace, long afterId) {
    return db.select(coalesce(max(CONSENT_ID), val(afterId)))
        .from(CONSENT)
        .where(CONSENT_WORKSPACE.eq(workspace.value()), CONSENT_ID.gt(afterId))
        .fetchSingle()
        .value1();
  }

  /**
   * Who withdrew from a channel since a point in the log. Reads only what was written since: all
   * who write consents hold {@link Workspaces#lock}, so none turns up before that point later.
   */
  public Withdrawals withdrawnSince(WorkspaceId workspace, String channel, long afterId) {
    long lastId = lastIdAfter(workspace, afterId);
    if (lastId == afterId) {
      return new Withdrawals(Audience.empty(), afterId);
    }
    Audience members =
        Audience.collect(
            db
                .selectDistinct(CONSENT_MEMBER)
                .from(CONSENT)
                .where(
                    CONSENT_WORKSPACE.eq(workspace.value()),
                    CONSENT_ID.gt(afterId),
                    CONSENT_ID.le(lastId),
                    CHANNEL.eq(channel),
                    GRANTED.isFalse(),
                    SUPERSEDED_AT.isNull())
                .fetch(CONSENT_MEMBER)
                .stream()
                .mapToInt(Integer::intValue));
    return new Withdrawals(members, lastId);
  }
}
