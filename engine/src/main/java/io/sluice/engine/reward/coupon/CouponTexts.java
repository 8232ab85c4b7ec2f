package io.sluice.engine.reward.coupon;

import static io.sluice.engine.reward.coupon.CouponTables.*;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.content.RewardTexts;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What messages say of coupons. */
@Component
class CouponTexts implements RewardTexts {
  /** Nobody's: shown in previews and test messages, and as long as all codes. */
  static final String SAMPLE = "TESTTESTTEST";

  private static final Batch SOME_BATCH =
      new Batch(
          0,
          "",
          "…",
          new CouponTerms(
              CouponTerms.Kind.AMOUNT,
              BigDecimal.TEN,
              Optional.empty(),
              BigDecimal.ZERO,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of()),
          false,
          OptionalLong.empty(),
          1,
          Optional.empty(),
          BigDecimal.ONE,
          false,
          0);

  private final DSLContext db;
  private final CouponBatches batches;
  private final CouponLinks links;

  CouponTexts(DSLContext db, CouponBatches batches, CouponLinks links) {
    this.db = db;
    this.batches = batches;
    this.links = links;
  }

  @Override
  public String kind() {
    return "coupon";
  }

  @Override
  public Map<Integer, Map<String, Object>> given(
      Workspace workspace, DeliveryRef message, Route.Giver giver, Audience people) {
    Optional<Batch> batch = batches.find(workspace.id(), giver.key());
    List<Long> grants = grants(message, giver);
    if (batch.isEmpty() || grants.isEmpty()) {
      return Map.of();
    }
    Terms terms = new Terms(workspace, batch.get());
    ValueTable<Integer> wanted = ValueTable.ofIntegers(people.stream().boxed().toList());
    Map<Integer, Map<String, Object>> given = new HashMap<>();
    db.select(MEMBER, CODE, CLAIMED_AT, EXPIRES_AT)
        .from(wanted.table())
        .join(COUPON)
        .on(
            WORKSPACE.eq(workspace.id().value()),
            COUPON_GRANT.in(grants),
            MEMBER.eq(wanted.value()))
        .forEach(
            row ->
                given.put(
                    row.value1(),
                    terms.parts(
                        row.value2(), row.value3() != null, Optional.ofNullable(row.value4()))));
    return given;
  }

  /** Those of all cohorts: people may have been given theirs before they left with others. */
  private List<Long> grants(DeliveryRef message, Route.Giver giver) {
    return db.select(GRANT_ID)
        .from(GRANT)
        .where(
            GRANT_WORKSPACE.eq(message.workspace().value()),
            RUN.eq(message.run()),
            NODE.eq(giver.node()))
        .fetch(GRANT_ID);
  }

  @Override
  public Map<String, Object> example(Workspace workspace, Optional<String> key, Instant at) {
    Batch batch = key.flatMap(one -> batches.find(workspace.id(), one)).orElse(SOME_BATCH);
    Optional<Instant> end = batch.claimed() ? batch.terms().validUntil() : batch.terms().expiry(at);
    return new Terms(workspace, batch).parts(SAMPLE, !batch.claimed(), end);
  }

  /** The texts of a batch; those of its terms are made once for all who have the same. */
  private final class Terms {
    private final Workspace workspace;
    private final Batch batch;
    private final TermsInWords words;
    private final Map<List<Object>, Map<String, Object>> known = new HashMap<>();

    Terms(Workspace workspace, Batch batch) {
      this.workspace = workspace;
      this.batch = batch;
      this.words = new TermsInWords(batch.terms(), workspace.zone());
    }

    Map<String, Object> parts(String code, boolean claimed, Optional<Instant> end) {
      Map<String, Object> parts =
          new HashMap<>(known.computeIfAbsent(List.of(claimed, end), any -> of(claimed, end)));
      parts.put("code", code);
      parts.put("link", links.of(workspace.id(), code));
      return parts;
    }

    private Map<String, Object> of(boolean claimed, Optional<Instant> end) {
      Map<String, Object> parts = new HashMap<>();
      parts.put("name", batch.name());
      parts.put("worth", words.worth());
      parts.put("conditions", words.conditions());
      Text validity = words.validity(claimed, end);
      parts.put("validity", validity);
      batch.terms().validFrom().ifPresent(from -> parts.put("valid_from", words.shown(from)));
      end.ifPresent(until -> parts.put("valid_until", words.shown(until)));
      return parts;
    }
  }
}
