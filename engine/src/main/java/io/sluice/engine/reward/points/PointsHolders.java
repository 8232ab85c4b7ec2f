package io.sluice.engine.reward.points;

import static io.sluice.engine.reward.points.PointsTables.*;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.segment.leaf.AudienceFetch;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sorts members by their balances. */
@Component
public class PointsHolders {
  private final AudienceFetch fetch;
  private final Workspaces workspaces;

  PointsHolders(AudienceFetch fetch, Workspaces workspaces) {
    this.fetch = fetch;
    this.workspaces = workspaces;
  }

  /**
   * Who of those who have entries up to an instant has at least so many points by them.
   *
   * @param orFewer ask for those who have fewer instead
   */
  public Audience withPoints(
      WorkspaceId workspace, PointsAccount account, long points, boolean orFewer, Instant until) {
    BigDecimal bound = BigDecimal.valueOf(points);
    int members = workspaces.size(workspace).members();
    return fetch.fetch(
        select(MEMBER)
            .from(ENTRY)
            .where(WORKSPACE.eq(workspace.value()), ENTRY_ACCOUNT.eq(account.id()), AT.le(until))
            .groupBy(MEMBER)
            .having(orFewer ? sum(POINTS).lt(bound) : sum(POINTS).ge(bound)),
        members,
        members);
  }
}
