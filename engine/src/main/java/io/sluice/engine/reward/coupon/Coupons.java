package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with coupons: claim them, and use them with an order. */
@Service
class Coupons {
  private static final List<Field<?>> FIELDS =
      List.of(
          BATCH_KEY,
          SERIAL,
          MEMBER,
          CODE,
          OFFERED_AT,
          CLAIMED_AT,
          EXPIRES_AT,
          USED_AT,
          REVOKED_AT,
          ORDER_KEY,
          ORDER_AMOUNT,
          DEDUCTION);

  private final DSLContext db;
  private final CouponBatches batches;
  private final CouponMoney money;
  private final Clock clock;

  Coupons(DSLContext db, CouponBatches batches, CouponMoney money, Clock clock) {
    this.db = db;
    this.batches = batches;
    this.money = money;
    this.clock = clock;
  }

  /** A coupon with its batch. */
  record Found(Batch batch, Coupon coupon) {}

  /** The coupon of a code. */
  Optional<Found> find(WorkspaceId workspace, String typed) {
    return CouponCodes.read(typed).flatMap(code -> byCode(workspace, code));
  }

  private Optional<Found> byCode(WorkspaceId workspace, String code) {
    return db.select(FIELDS)
        .from(COUPON)
        .join(BATCH)
        .on(BATCH_WORKSPACE.eq(WORKSPACE), BATCH_ID.eq(COUPON_BATCH))
        .where(WORKSPACE.eq(workspace.value()), CODE.eq(code))
        .fetchOptional(
            row ->
                new Found(batches.find(workspace, row.get(BATCH_KEY)).orElseThrow(), coupon(row)));
  }

  /** The coupons of codes as they were typed, by what each stands for. */
  Map<String, Found> findAll(WorkspaceId workspace, Collection<String> typed) {
    ValueTable<String> codes =
        ValueTable.ofTexts(
            typed.stream()
                .flatMap(code -> CouponCodes.read(code).stream())
                .collect(Collectors.toSet()));
    Map<String, Batch> known = new HashMap<>();
    Map<String, Found> found = new HashMap<>();
    db.select(FIELDS)
        .from(codes.table())
        .join(COUPON)
        .on(WORKSPACE.eq(workspace.value()), CODE.eq(codes.value()))
        .join(BATCH)
        .on(BATCH_WORKSPACE.eq(WORKSPACE), BATCH_ID.eq(COUPON_BATCH))
        .fetch()
        .forEach(
            row ->
                found.put(
                    row.get(CODE),
                    new Found(
                        known.computeIfAbsent(
                            row.get(BATCH_KEY), key -> batches.find(workspace, key).orElseThrow()),
                        coupon(row))));
    return found;
  }

  /** The coupons that a member was offered or given, the last first. */
  List<Found> ofMember(WorkspaceId workspace, int member) {
    return db
        .select(CODE)
        .from(COUPON)
        .where(WORKSPACE.eq(workspace.value()), MEMBER.eq(member))
        .orderBy(OFFERED_AT.desc(), SERIAL.desc())
        .limit(200)
        .fetch(CODE)
        .stream()
        .flatMap(code -> byCode(workspace, code).stream())
        .toList();
  }

  /** The coupons of a member that were neither used nor revoked. */
  List<Found> open(WorkspaceId workspace, int member) {
    return db
        .select(CODE)
        .from(COUPON)
        .where(
            WORKSPACE.eq(workspace.value()),
            MEMBER.eq(member),
            USED_AT.isNull(),
            REVOKED_AT.isNull())
        .fetch(CODE)
        .stream()
        .flatMap(code -> byCode(workspace, code).stream())
        .toList();
  }

  /**
   * Claims an offered coupon; claiming it again changes nothing. The stock is taken under the lock
   * of the batch.
   *
   * @throws Problem 409 if it cannot be claimed any more
   */
  @Transactional
  public Found claim(WorkspaceId workspace, Found offered) {
    Batch batch = batches.locked(workspace, offered.batch().key()).orElseThrow();
    Found now = byCode(workspace, offered.coupon().code()).orElseThrow();
    Instant instant = clock.instant();
    Coupon.State state = now.coupon().state(instant);
    if (state == Coupon.State.CLAIMED || state == Coupon.State.USED) {
      return now;
    }
    if (state != Coupon.State.OFFERED || batch.terms().isOver(instant)) {
      throw refused("coupon-" + state.key(), "This coupon can no longer be claimed.");
    }
    if (batch.left() < 1) {
      throw refused("out-of-stock", "All coupons of this batch are claimed.");
    }
    Instant expiry = batch.terms().expiry(instant).orElse(null);
    db.update(COUPON)
        .set(CLAIMED_AT, instant)
        .set(STOCK_NUMBER, batches.takeStock(workspace, batch, 1))
        .set(EXPIRES_AT, expiry)
        .where(isCoupon(workspace, now))
        .execute();
    money.claimed(workspace, batch, now.coupon().serial(), expiry);
    return byCode(workspace, now.coupon().code()).orElseThrow();
  }

  /**
   * Uses a coupon with an order; the same order again changes nothing.
   *
   * @return the coupon with what it takes off
   * @throws Problem 409 if it cannot be used, not with this order, or was used with another amount
   */
  @Transactional
  public Found use(WorkspaceId workspace, Found coupon, Purchase purchase) {
    batches.locked(workspace, coupon.batch().key()).orElseThrow();
    Found now = byCode(workspace, coupon.coupon().code()).orElseThrow();
    Instant instant = clock.instant();
    if (now.coupon().usedAt() != null && now.coupon().orderKey().equals(purchase.order())) {
      return requireSame(now, purchase);
    }
    requireUsable(now, instant);
    BigDecimal off = quote(now, purchase);
    if (off.signum() == 0) {
      throw refused(
          "below-threshold",
          "The order does not reach the amount from which this coupon counts: "
              + shown(now.batch().terms().threshold())
              + ".");
    }
    db.update(COUPON)
        .set(USED_AT, instant)
        .set(ORDER_KEY, purchase.order())
        .set(ORDER_AMOUNT, purchase.amount())
        .set(DEDUCTION, off)
        .where(isCoupon(workspace, now))
        .execute();
    money.used(
        workspace,
        List.of(
            new CouponMoney.Used(
                now.batch(), now.coupon().serial(), purchase.order(), off, instant)));
    return byCode(workspace, now.coupon().code()).orElseThrow();
  }

  private static Found requireSame(Found used, Purchase purchase) {
    Coupon coupon = used.coupon();
    if (coupon.orderAmount() != null && coupon.orderAmount().compareTo(purchase.amount()) != 0) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "order-used-otherwise",
          "/amount",
          "This order used the coupon already, for an amount of %s, and %s came off. Send that amount to get this answer again; a coupon is used once and does not change with the order."
              .formatted(shown(coupon.orderAmount()), shown(coupon.deduction())));
    }
    return used;
  }

  private static String shown(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  /**
   * An order with which a coupon is used.
   *
   * @param order its key
   * @param amount the amount of what the coupon may count for
   * @param store where it is bought, if it is known
   * @param products what is bought, if it is known
   */
  record Purchase(String order, BigDecimal amount, Optional<String> store, List<String> products) {}

  /**
   * What a coupon would take off now.
   *
   * @throws Problem 409 if it cannot be used now
   */
  BigDecimal quoteUsable(Found coupon, Purchase purchase) {
    requireUsable(coupon, clock.instant());
    return quote(coupon, purchase);
  }

  /** What a coupon would take off. */
  BigDecimal quote(Found coupon, Purchase purchase) {
    CouponTerms terms = coupon.batch().terms();
    if (!terms.stores().isEmpty() && purchase.store().filter(terms.stores()::contains).isEmpty()) {
      throw refused(
          "other-store",
          "This coupon counts in these stores only: " + String.join(", ", terms.stores()) + ".");
    }
    if (!terms.products().isEmpty()
        && purchase.products().stream().noneMatch(terms.products()::contains)) {
      throw refused(
          "other-products",
          "This coupon counts for these products only: "
              + String.join(", ", terms.products())
              + ".");
    }
    return terms.deduction(purchase.amount());
  }

  private static void requireUsable(Found coupon, Instant instant) {
    Coupon.State state = coupon.coupon().state(instant);
    if (state != Coupon.State.CLAIMED) {
      throw refused(
          "coupon-" + state.key(),
          state == Coupon.State.OFFERED
              ? "This coupon was offered and not claimed; claim it first."
              : "This coupon is " + state.key() + " and cannot be used.");
    }
    if (coupon.batch().terms().validFrom().filter(instant::isBefore).isPresent()) {
      throw refused("not-valid-yet", "This coupon cannot be used yet.");
    }
  }

  /** Revokes a coupon that was not used; revoking it again changes nothing. */
  @Transactional
  public Found revoke(WorkspaceId workspace, Found coupon) {
    batches.locked(workspace, coupon.batch().key()).orElseThrow();
    Found now = byCode(workspace, coupon.coupon().code()).orElseThrow();
    if (now.coupon().usedAt() != null) {
      throw refused("coupon-used", "This coupon was used and cannot be revoked.");
    }
    if (now.coupon().revokedAt() == null) {
      db.update(COUPON).set(REVOKED_AT, clock.instant()).where(isCoupon(workspace, now)).execute();
      money.revoked(workspace, now.batch(), now.coupon().serial());
    }
    return byCode(workspace, now.coupon().code()).orElseThrow();
  }

  private static org.jooq.Condition isCoupon(WorkspaceId workspace, Found coupon) {
    return WORKSPACE
        .eq(workspace.value())
        .and(COUPON_BATCH.eq(coupon.batch().id()))
        .and(SERIAL.eq(coupon.coupon().serial()));
  }

  private static Problem refused(String code, String message) {
    return new Problem(HttpStatus.CONFLICT, code, message);
  }

  private static Coupon coupon(Record row) {
    return new Coupon(
        row.get(SERIAL),
        row.get(MEMBER),
        row.get(CODE),
        row.get(OFFERED_AT),
        row.get(CLAIMED_AT),
        row.get(EXPIRES_AT),
        row.get(USED_AT),
        row.get(REVOKED_AT),
        row.get(ORDER_KEY),
        row.get(ORDER_AMOUNT),
        row.get(DEDUCTION));
  }
}
