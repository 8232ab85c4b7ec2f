package io.sluice.engine.reward.offer;

import io.sluice.engine.segment.SetLog;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.SetRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For which offers a member is marked. */
@Component
class MarkedOffers {
  private final Offers offers;
  private final SetLog sets;

  MarkedOffers(Offers offers, SetLog sets) {
    this.offers = offers;
    this.sets = sets;
  }

  /** The offers, open or not, by key. */
  @Transactional(readOnly = true)
  public List<Offer> of(WorkspaceId workspace, int member, Instant at) {
    return offers.all(workspace).stream()
        .filter(offer -> isMarked(workspace, offer.key(), member, at))
        .toList();
  }

  boolean isMarked(WorkspaceId workspace, String offer, int member, Instant at) {
    return sets.asOf(workspace, SetRef.discountMark(offer), at).contains(member);
  }

  /** When the mark of a marked member ends; empty where it does not. */
  Optional<Instant> markedUntil(WorkspaceId workspace, Offer offer, int member, Instant at) {
    return sets.leavesAt(workspace, SetRef.discountMark(offer.key()), member, at);
  }
}
