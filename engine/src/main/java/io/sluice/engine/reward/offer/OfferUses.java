package io.sluice.engine.reward.offer;

import static io.sluice.engine.reward.offer.OfferTables.*;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which orders used which offers. Never more than there are, whoever asks at the same time. */
@Component
class OfferUses {
  private final DSLContext db;
  private final Offers offers;
  private final MarkedOffers marks;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OfferUses(
      DSLContext db,
      Offers offers,
      MarkedOffers marks,
      TransactionTemplate transaction,
      Clock clock) {
    this.db = db;
    this.offers = offers;
    this.marks = marks;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An order of a member that used an offer for so many items, or once. */
  record Use(String order, int member, int quantity, Instant at, Instant takenBackAt) {}

  /** How many of each offer a member had, by the number of the offer; none where it is missing. */
  Map<Integer, Long> had(WorkspaceId workspace, int member) {
    return db.select(USE_OFFER, sum(USE_QUANTITY))
        .from(USE)
        .where(WORKSPACE.eq(workspace.value()), MEMBER.eq(member), TAKEN_BACK_AT.isNull())
        .groupBy(USE_OFFER)
        .fetchMap(row -> row.value1(), row -> row.value2().longValue());
  }

  /**
   * Uses an offer with an order; the same order again changes nothing.
   *
   * @throws Problem 409 if the offer does not count for the member now, or if too few are left
   */
  Use use(WorkspaceId workspace, String key, String order, int member, int quantity) {
    Instant now = clock.instant();
    // Asked before the lock: others should not wait for it.
    boolean marked = marks.isMarked(workspace, key, member, now);
    return transaction.execute(
        status -> {
          Offer offer = offers.locked(workspace, key).orElseThrow(() -> unknown(key));
          Optional<Use> known = find(workspace, offer, order);
          if (known.isPresent() && known.get().takenBackAt() == null) {
            return requireSame(known.get(), member, quantity);
          }
          if (!marked) {
            throw refused("not-marked", "The member is not marked for this offer.");
          }
          requireUsable(workspace, offer, member, quantity, now);
          write(workspace, offer, known, new Use(order, member, quantity, now, null));
          return find(workspace, offer, order).orElseThrow();
        });
  }

  private void write(WorkspaceId workspace, Offer offer, Optional<Use> known, Use use) {
    if (known.isPresent()) {
      db.update(USE)
          .set(MEMBER, use.member())
          .set(USE_QUANTITY, use.quantity())
          .set(USED_AT, use.at())
          .setNull(TAKEN_BACK_AT)
          .where(is(workspace, offer, use.order()))
          .execute();
    } else {
      db.insertInto(USE, WORKSPACE, USE_OFFER, ORDER_KEY, MEMBER, USE_QUANTITY, USED_AT)
          .values(
              workspace.value(), offer.id(), use.order(), use.member(), use.quantity(), use.at())
          .execute();
    }
    offers.count(workspace, offer, use.quantity());
  }

  private static Use requireSame(Use known, int member, int quantity) {
    if (known.member() != member || known.quantity() != quantity) {
      throw refused(
          "order-used-otherwise",
          "This order used the offer already, for another member or another quantity; take that"
              + " back first.");
    }
    return known;
  }

  private void requireUsable(
      WorkspaceId workspace, Offer offer, int member, int quantity, Instant now) {
    if (!offer.open(now) || !offer.hasBegun(now)) {
      throw refused("offer-not-open", "The offer is closed, over, or has not begun.");
    }
    if (offer.left() < quantity) {
      throw refused("out-of-stock", "Of this offer " + offer.left() + " are left.");
    }
    long left = offer.leftFor(had(workspace, member).getOrDefault(offer.id(), 0L));
    if (left < quantity) {
      throw refused("per-person-limit", "The member can have " + left + " more of this offer.");
    }
  }

  /**
   * Takes back that an order used an offer, so that others can have it; again changes nothing.
   *
   * @throws Problem 404 if the order did not use it
   */
  @Transactional
  public Use takeBack(WorkspaceId workspace, String key, String order) {
    Offer offer = offers.locked(workspace, key).orElseThrow(() -> unknown(key));
    Use use =
        find(workspace, offer, order)
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "unknown-use", "The order '" + order + "' did not use this offer."));
    if (use.takenBackAt() == null) {
      db.update(USE)
          .set(TAKEN_BACK_AT, clock.instant())
          .where(is(workspace, offer, order))
          .execute();
      offers.count(workspace, offer, -use.quantity());
    }
    return find(workspace, offer, order).orElseThrow();
  }

  private Optional<Use> find(WorkspaceId workspace, Offer offer, String order) {
    return db.select(ORDER_KEY, MEMBER, USE_QUANTITY, USED_AT, TAKEN_BACK_AT)
        .from(USE)
        .where(is(workspace, offer, order))
        .fetchOptional(
            row -> new Use(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private static Condition is(WorkspaceId workspace, Offer offer, String order) {
    return WORKSPACE.eq(workspace.value()).and(USE_OFFER.eq(offer.id())).and(ORDER_KEY.eq(order));
  }

  static Problem unknown(String key) {
    return Problem.unknown(
        "unknown-discount-offer",
        "There is no discount offer '" + key + "'; make it by PUT, or correct the address.");
  }

  private static Problem refused(String code, String message) {
    return new Problem(HttpStatus.CONFLICT, code, message);
  }
}
