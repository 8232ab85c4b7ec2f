package io.sluice.engine.reward.offer;

import static io.sluice.engine.reward.offer.OfferTables.*;

import io.sluice.engine.storage.Meaning;
import io.sluice.engine.storage.TextList;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.DiscountOffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The offers of each workspace. */
@Repository
public class Offers {
  private final DSLContext db;
  private final Workspaces workspaces;

  Offers(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  /** The offers of a workspace, by key. */
  List<Offer> all(WorkspaceId workspace) {
    return select(workspace).orderBy(OFFER_KEY).fetch(Offers::offer);
  }

  /** The keys of all offers. */
  public List<String> keys(WorkspaceId workspace) {
    return db.select(OFFER_KEY)
        .from(OFFER)
        .where(OFFER_WORKSPACE.eq(workspace.value()))
        .orderBy(OFFER_KEY)
        .fetch(OFFER_KEY);
  }

  /** How the offer of a key stands at an instant; empty where there is none. */
  public Optional<DiscountOffer> standing(WorkspaceId workspace, String key, Instant at) {
    return find(workspace, key)
        .map(offer -> new DiscountOffer(offer.open(at), offer.costExpected(), offer.costAtMost()));
  }

  /** What the offer of that key takes off what; empty where there is none. */
  public Optional<Meaning> meaning(WorkspaceId workspace, String key) {
    return find(workspace, key).map(offer -> Meaning.of(offer.name(), columns(offer)));
  }

  Optional<Offer> find(WorkspaceId workspace, String key) {
    return select(workspace).and(OFFER_KEY.eq(key)).fetchOptional(Offers::offer);
  }

  /** The offer of that key, of which nobody else uses any until the transaction ends. */
  Optional<Offer> locked(WorkspaceId workspace, String key) {
    return select(workspace).and(OFFER_KEY.eq(key)).forUpdate().fetchOptional(Offers::offer);
  }

  /** Counts uses, or takes them back where they are below zero; the caller holds the lock. */
  void count(WorkspaceId workspace, Offer offer, long uses) {
    db.update(OFFER)
        .set(USED, USED.plus(uses))
        .where(OFFER_WORKSPACE.eq(workspace.value()), OFFER_ID.eq(offer.id()))
        .execute();
  }

  /**
   * Makes an offer, or changes the one of its key; what was used stays used.
   *
   * @throws Problem 409 if it was used and would become one of another kind
   */
  @Transactional
  Offer put(WorkspaceId workspace, Offer offer) {
    workspaces.lock(workspace);
    Optional<Offer> known = locked(workspace, offer.key());
    known.filter(before -> before.used() > 0).ifPresent(before -> requireSameKind(before, offer));
    Map<Field<?>, Object> columns = columns(offer);
    if (known.isPresent()) {
      db.update(OFFER)
          .set(columns)
          .where(OFFER_WORKSPACE.eq(workspace.value()), OFFER_ID.eq(known.get().id()))
          .execute();
    } else {
      Integer last =
          db.select(DSL.max(OFFER_ID))
              .from(OFFER)
              .where(OFFER_WORKSPACE.eq(workspace.value()))
              .fetchSingle()
              .value1();
      columns.put(OFFER_WORKSPACE, workspace.value());
      columns.put(OFFER_ID, last == null ? 1 : last + 1);
      columns.put(OFFER_KEY, offer.key());
      db.insertInto(OFFER).set(columns).execute();
    }
    return find(workspace, offer.key()).orElseThrow();
  }

  /** What was used counts items or orders by the kind and benefit that the offer had then. */
  private static void requireSameKind(Offer used, Offer wanted) {
    boolean sameKind = used.terms().kind() == wanted.terms().kind();
    if (sameKind && used.terms().benefit() == wanted.terms().benefit()) {
      return;
    }
    String field = sameKind ? "benefit" : "kind";
    String before = sameKind ? used.terms().benefit().key() : used.terms().kind().key();
    throw new Problem(
        HttpStatus.CONFLICT,
        "offer-used",
        "/" + field,
        "Orders used this offer %d times as '%s', so its '%s' stays; close it, and make another offer with a key of its own."
            .formatted(used.used(), before, field));
  }

  private SelectConditionStep<Record> select(WorkspaceId workspace) {
    return db.select(
            List.of(
                OFFER_ID,
                OFFER_KEY,
                OFFER_NAME,
                KIND,
                BENEFIT,
                VALUE,
                MAX_DISCOUNT,
                GIFT,
                WORTH,
                THRESHOLD,
                PRODUCTS,
                CATEGORIES,
                VALID_FROM,
                VALID_UNTIL,
                QUANTITY,
                PER_PERSON,
                USED,
                EXPECTED_COST,
                EXPECTED_SHARE,
                CLOSED))
        .from(OFFER)
        .where(OFFER_WORKSPACE.eq(workspace.value()));
  }

  private static Map<Field<?>, Object> columns(Offer offer) {
    OfferTerms terms = offer.terms();
    Map<Field<?>, Object> columns = new LinkedHashMap<>();
    columns.put(OFFER_NAME, offer.name());
    columns.put(KIND, stored(terms.kind()));
    columns.put(BENEFIT, stored(terms.benefit()));
    columns.put(VALUE, terms.value());
    columns.put(MAX_DISCOUNT, terms.maxDiscount().orElse(null));
    columns.put(GIFT, terms.gift().orElse(null));
    columns.put(WORTH, terms.worth());
    columns.put(THRESHOLD, terms.threshold());
    columns.put(PRODUCTS, TextList.write(terms.products()));
    columns.put(CATEGORIES, TextList.write(terms.categories()));
    columns.put(VALID_FROM, offer.validFrom().orElse(null));
    columns.put(VALID_UNTIL, offer.validUntil().orElse(null));
    columns.put(QUANTITY, offer.quantity().isPresent() ? offer.quantity().getAsLong() : null);
    columns.put(PER_PERSON, offer.perPerson().isPresent() ? offer.perPerson().getAsInt() : null);
    columns.put(EXPECTED_COST, offer.expectedCost().orElse(null));
    columns.put(EXPECTED_SHARE, offer.expectedShare());
    columns.put(CLOSED, offer.closed());
    return columns;
  }

  private static String stored(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Offer offer(Record row) {
    Long quantity = row.get(QUANTITY);
    Integer perPerson = row.get(PER_PERSON);
    return new Offer(
        row.get(OFFER_ID),
        row.get(OFFER_KEY),
        row.get(OFFER_NAME),
        new OfferTerms(
            OfferTerms.Kind.valueOf(row.get(KIND).toUpperCase(Locale.ROOT)),
            OfferTerms.Benefit.valueOf(row.get(BENEFIT).toUpperCase(Locale.ROOT)),
            row.get(VALUE),
            Optional.ofNullable(row.get(MAX_DISCOUNT)),
            Optional.ofNullable(row.get(GIFT)),
            row.get(WORTH),
            row.get(THRESHOLD),
            TextList.read(row.get(PRODUCTS)),
            TextList.read(row.get(CATEGORIES))),
        Optional.ofNullable(row.get(VALID_FROM)),
        Optional.ofNullable(row.get(VALID_UNTIL)),
        quantity == null ? OptionalLong.empty() : OptionalLong.of(quantity),
        perPerson == null ? OptionalInt.empty() : OptionalInt.of(perPerson),
        row.get(USED),
        Optional.ofNullable(row.get(EXPECTED_COST)),
        row.get(EXPECTED_SHARE),
        row.get(CLOSED));
  }
}
