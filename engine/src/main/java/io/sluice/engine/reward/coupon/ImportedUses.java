package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.event.OrderCoupons;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Uses coupons with orders that come in later, as of when they were ordered. */
@Component
class ImportedUses implements OrderCoupons {
  private final DSLContext db;
  private final Coupons coupons;
  private final CouponBatches batches;
  private final CouponMoney money;

  ImportedUses(DSLContext db, Coupons coupons, CouponBatches batches, CouponMoney money) {
    this.db = db;
    this.coupons = coupons;
    this.batches = batches;
    this.money = money;
  }

  @Override
  public void lock(WorkspaceId workspace, Collection<String> codes) {
    coupons.findAll(workspace, codes).values().stream()
        .map(found -> found.batch().key())
        .distinct()
        .sorted()
        .forEach(batch -> batches.lock(workspace, batch));
  }

  @Override
  public List<Optional<String>> use(WorkspaceId workspace, List<Use> uses) {
    Map<String, Coupons.Found> known =
        coupons.findAll(workspace, uses.stream().map(Use::code).toList());
    Map<Coupons.Found, Use> used = new HashMap<>();
    List<Optional<String>> wrong = new ArrayList<>();
    for (Use use : uses) {
      Coupons.Found found = CouponCodes.read(use.code()).map(known::get).orElse(null);
      Optional<String> problem =
          found == null
              ? Optional.of("There is no coupon '" + use.code() + "'; correct the code")
              : Optional.ofNullable(used.get(found))
                  .map(other -> usedWith(use, other.order()))
                  .or(() -> wrong(found, use));
      if (problem.isEmpty() && found.coupon().usedAt() == null) {
        used.put(found, use);
      }
      wrong.add(problem);
    }
    write(workspace, used);
    return wrong;
  }

  private static Optional<String> wrong(Coupons.Found found, Use use) {
    Coupon coupon = found.coupon();
    CouponTerms terms = found.batch().terms();
    String name = "The coupon '" + use.code() + "' ";
    if (coupon.member() != use.member()) {
      return Optional.of(name + "belongs to another member; correct the code or the member");
    }
    if (coupon.usedAt() != null) {
      return coupon.orderKey().equals(use.order())
          ? Optional.empty()
          : Optional.of(usedWith(use, coupon.orderKey()));
    }
    if (coupon.revokedAt() != null) {
      return Optional.of(name + "was revoked; correct the code");
    }
    // Many shops tell times to the second.
    if (coupon.claimedAt() == null
        || coupon.claimedAt().truncatedTo(ChronoUnit.SECONDS).isAfter(use.at())) {
      return Optional.of(name + "was not claimed yet when this was ordered; correct the code");
    }
    if (coupon.state(use.at()) == Coupon.State.EXPIRED) {
      return Optional.of(name + "had expired when this was ordered; correct the code");
    }
    if (terms.validFrom().filter(use.at()::isBefore).isPresent()) {
      return Optional.of(name + "was not valid yet when this was ordered; correct the code");
    }
    if (!terms.products().isEmpty()
        && use.products().stream().noneMatch(terms.products()::contains)) {
      return Optional.of(
          name + "counts for other products: " + String.join(", ", terms.products()));
    }
    if (use.deduction().filter(off -> off.compareTo(most(terms, use, off)) > 0).isPresent()) {
      return Optional.of(
          name + "takes off less than 'deduction' says; correct the deduction or the code");
    }
    return deduction(found, use).signum() == 0 && use.deduction().isEmpty()
        ? Optional.of(
            name
                + "counts from "
                + terms.threshold().stripTrailingZeros().toPlainString()
                + " on, and the lines make "
                + use.amount().toPlainString()
                + "; where their amounts are without what the coupon took off, say that in"
                + " 'deduction'")
        : Optional.empty();
  }

  /** The most that it can have taken off an order whose lines make what is left, or all of it. */
  private static BigDecimal most(CouponTerms terms, OrderCoupons.Use use, BigDecimal off) {
    BigDecimal order = use.amount().add(off);
    return terms.highestDeduction().orElse(order).min(order);
  }

  private static String usedWith(Use use, String order) {
    return "The coupon '" + use.code() + "' was used with the order '" + order + "' already";
  }

  private static BigDecimal deduction(Coupons.Found found, Use use) {
    return use.deduction().orElseGet(() -> found.batch().terms().deduction(use.amount()));
  }

  /** Nothing is used before it is claimed. */
  private static Instant usedAt(Coupon coupon, Use use) {
    return coupon.claimedAt().isAfter(use.at()) ? coupon.claimedAt() : use.at();
  }

  private void write(WorkspaceId workspace, Map<Coupons.Found, Use> used) {
    if (used.isEmpty()) {
      return;
    }
    BatchBindStep batch =
        db.batch(
            db.update(COUPON)
                .set(USED_AT, (Instant) null)
                .set(ORDER_KEY, (String) null)
                .set(ORDER_AMOUNT, (BigDecimal) null)
                .set(DEDUCTION, (BigDecimal) null)
                .where(
                    WORKSPACE.eq((Integer) null),
                    COUPON_BATCH.eq((Integer) null),
                    SERIAL.eq((Long) null)));
    for (Map.Entry<Coupons.Found, Use> one : used.entrySet()) {
      batch =
          batch.bind(
              usedAt(one.getKey().coupon(), one.getValue()),
              one.getValue().order(),
              one.getValue().amount(),
              deduction(one.getKey(), one.getValue()),
              workspace.value(),
              one.getKey().batch().id(),
              one.getKey().coupon().serial());
    }
    batch.execute();
    money.used(
        workspace,
        used.entrySet().stream()
            .map(
                one ->
                    new CouponMoney.Used(
                        one.getKey().batch(),
                        one.getKey().coupon().serial(),
                        one.getValue().order(),
                        deduction(one.getKey(), one.getValue()),
                        usedAt(one.getKey().coupon(), one.getValue())))
            .toList());
  }
}
