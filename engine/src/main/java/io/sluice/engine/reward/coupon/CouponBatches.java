package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.storage.Meaning;
import io.sluice.engine.storage.TextList;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The batches of coupons of each workspace. */
@Repository
public class CouponBatches {
  private final DSLContext db;
  private final Workspaces workspaces;

  CouponBatches(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  /** The batches of a workspace, by key. */
  List<Batch> all(WorkspaceId workspace) {
    return select(workspace).orderBy(BATCH_KEY).fetch(CouponBatches::batch);
  }

  /** The batch of that key. */
  Optional<Batch> find(WorkspaceId workspace, String key) {
    return select(workspace).and(BATCH_KEY.eq(key)).fetchOptional(CouponBatches::batch);
  }

  /** What the batch of that key is worth, to whom and how long; empty where there is none. */
  public Optional<Meaning> meaning(WorkspaceId workspace, String key) {
    return find(workspace, key).map(batch -> Meaning.of(batch.name(), columns(batch)));
  }

  /** The keys of all batches. */
  public List<String> keys(WorkspaceId workspace) {
    return db.select(BATCH_KEY)
        .from(BATCH)
        .where(BATCH_WORKSPACE.eq(workspace.value()))
        .orderBy(BATCH_KEY)
        .fetch(BATCH_KEY);
  }

  /**
   * Keeps others from giving or claiming coupons of a batch until the caller's transaction ends.
   *
   * @return whether there is such a batch
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean lock(WorkspaceId workspace, String key) {
    return locked(workspace, key).isPresent();
  }

  /** The batch of that key, which nobody else changes until the caller's transaction ends. */
  Optional<Batch> locked(WorkspaceId workspace, String key) {
    return select(workspace).and(BATCH_KEY.eq(key)).forUpdate().fetchOptional(CouponBatches::batch);
  }

  /**
   * Makes a batch, or changes the one of its key; what was given stays what it is.
   *
   * @throws Problem 409 if coupons of it are out and would be worth something else, or the stock
   *     would be below what is taken of it
   */
  @Transactional
  Batch put(WorkspaceId workspace, Batch batch) {
    // The batch before the workspace, as orders that are imported lock them: nobody waits in a
    // ring.
    Optional<Batch> known = locked(workspace, batch.key());
    if (known.isEmpty()) {
      workspaces.lock(workspace);
      known = locked(workspace, batch.key());
    }
    Map<Field<?>, Object> columns = columns(batch);
    if (known.isPresent()) {
      requireSameWorth(workspace, known.get(), batch);
      requireStockForTaken(known.get(), batch);
      db.update(BATCH)
          .set(columns)
          .where(BATCH_WORKSPACE.eq(workspace.value()), BATCH_ID.eq(known.get().id()))
          .execute();
    } else {
      Integer last =
          db.select(DSL.max(BATCH_ID))
              .from(BATCH)
              .where(BATCH_WORKSPACE.eq(workspace.value()))
              .fetchSingle()
              .value1();
      columns.put(BATCH_WORKSPACE, workspace.value());
      columns.put(BATCH_ID, last == null ? 1 : last + 1);
      columns.put(BATCH_KEY, batch.key());
      db.insertInto(BATCH).set(columns).execute();
    }
    return find(workspace, batch.key()).orElseThrow();
  }

  /** What people were promised, and what budgets hold, goes by the worth of the batch. */
  private void requireSameWorth(WorkspaceId workspace, Batch known, Batch wanted) {
    CouponTerms before = known.terms();
    CouponTerms after = wanted.terms();
    String changed =
        before.kind() != after.kind()
            ? "kind"
            : before.faceValue().compareTo(after.faceValue()) != 0
                ? "value"
                : before.threshold().compareTo(after.threshold()) != 0
                    ? "threshold"
                    : !same(before.maxDeduction(), after.maxDeduction()) ? "maxDeduction" : "";
    if (changed.isEmpty()) {
      return;
    }
    long out = next(workspace, known, NEXT_SERIAL) - 1;
    if (out > 0) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "batch-given",
          "/" + changed,
          "%d coupons of this batch are out, so its '%s' stays; close it, and make another batch with a key of its own."
              .formatted(out, changed));
    }
  }

  private static void requireStockForTaken(Batch known, Batch wanted) {
    if (wanted.stock().isPresent() && wanted.stock().getAsLong() < known.taken()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "stock-taken",
          "/stock",
          "%d of the stock are taken already; give a stock of at least as many, or close the batch."
              .formatted(known.taken()));
    }
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(BigDecimal::stripTrailingZeros)
        .equals(other.map(BigDecimal::stripTrailingZeros));
  }

  /** Takes serial numbers and returns the first; the caller holds the lock of the batch. */
  long takeSerials(WorkspaceId workspace, Batch batch, long count) {
    return take(workspace, batch, NEXT_SERIAL, count);
  }

  /** Takes of the stock and returns the first number; the caller holds the lock of the batch. */
  long takeStock(WorkspaceId workspace, Batch batch, long count) {
    return take(workspace, batch, NEXT_STOCK, count);
  }

  private long take(WorkspaceId workspace, Batch batch, Field<Long> next, long count) {
    db.update(BATCH)
        .set(next, next.plus(count))
        .where(BATCH_WORKSPACE.eq(workspace.value()), BATCH_ID.eq(batch.id()))
        .execute();
    return next(workspace, batch, next) - count;
  }

  private long next(WorkspaceId workspace, Batch batch, Field<Long> number) {
    return db.select(number)
        .from(BATCH)
        .where(BATCH_WORKSPACE.eq(workspace.value()), BATCH_ID.eq(batch.id()))
        .fetchSingle()
        .value1();
  }

  private SelectConditionStep<Record> select(WorkspaceId workspace) {
    return db.select(
            List.of(
                BATCH_ID,
                BATCH_KEY,
                BATCH_NAME,
                BATCH_KIND,
                FACE_VALUE,
                MAX_DEDUCTION,
                THRESHOLD,
                ISSUE,
                STOCK,
                PER_PERSON,
                VALID_FROM,
                VALID_UNTIL,
                VALID_DAYS,
                PRODUCTS,
                STORES,
                EXPECTED_ORDER,
                EXPECTED_SHARE,
                CLOSED,
                NEXT_STOCK))
        .from(BATCH)
        .where(BATCH_WORKSPACE.eq(workspace.value()));
  }

  private static Map<Field<?>, Object> columns(Batch batch) {
    CouponTerms terms = batch.terms();
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(BATCH_NAME, batch.name());
    columns.put(BATCH_KIND, terms.kind().name().toLowerCase(Locale.ROOT));
    columns.put(FACE_VALUE, terms.faceValue());
    columns.put(MAX_DEDUCTION, terms.maxDeduction().orElse(null));
    columns.put(THRESHOLD, terms.threshold());
    columns.put(ISSUE, batch.claimed() ? "claim" : "direct");
    columns.put(STOCK, batch.stock().isPresent() ? batch.stock().getAsLong() : null);
    columns.put(PER_PERSON, batch.perPerson());
    columns.put(VALID_FROM, terms.validFrom().orElse(null));
    columns.put(VALID_UNTIL, terms.validUntil().orElse(null));
    columns.put(VALID_DAYS, terms.validDays().orElse(null));
    columns.put(PRODUCTS, TextList.write(terms.products()));
    columns.put(STORES, TextList.write(terms.stores()));
    columns.put(EXPECTED_ORDER, batch.expectedOrder().orElse(null));
    columns.put(EXPECTED_SHARE, batch.expectedShare());
    columns.put(CLOSED, batch.closed());
    return columns;
  }

  private static Batch batch(Record row) {
    Long stock = row.get(STOCK);
    return new Batch(
        row.get(BATCH_ID),
        row.get(BATCH_KEY),
        row.get(BATCH_NAME),
        new CouponTerms(
            CouponTerms.Kind.valueOf(row.get(BATCH_KIND).toUpperCase(Locale.ROOT)),
            row.get(FACE_VALUE),
            Optional.ofNullable(row.get(MAX_DEDUCTION)),
            row.get(THRESHOLD),
            Optional.ofNullable(row.get(VALID_FROM)),
            Optional.ofNullable(row.get(VALID_UNTIL)),
            Optional.ofNullable(row.get(VALID_DAYS)),
            TextList.read(row.get(PRODUCTS)),
            TextList.read(row.get(STORES))),
        row.get(ISSUE).equals("claim"),
        stock == null ? OptionalLong.empty() : OptionalLong.of(stock),
        row.get(PER_PERSON),
        Optional.ofNullable(row.get(EXPECTED_ORDER)),
        row.get(EXPECTED_SHARE),
        row.get(CLOSED),
        row.get(NEXT_STOCK) - 1);
  }
}
