package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.*;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The price lists of workspaces. */
@Repository
public class Prices {
  private static final String ANY = "";

  private final DSLContext db;

  Prices(DSLContext db) {
    this.db = db;
  }

  /**
   * The price of a unit.
   *
   * @param gateway empty for any gateway that has no price of its own
   */
  public record Price(String channel, Optional<String> gateway, BigDecimal unitPrice) {
    private String gatewayKey() {
      return gateway.orElse(ANY);
    }
  }

  /**
   * All prices.
   *
   * @param currency as three letters; empty where there is no list yet
   */
  public record PriceList(Optional<String> currency, List<Price> prices) {
    /** The price of a unit: the gateway's own, or else the channel's; empty where there is none. */
    public Optional<BigDecimal> find(String channel, String gateway) {
      return find(channel, Optional.of(gateway)).or(() -> find(channel, Optional.empty()));
    }

    private Optional<BigDecimal> find(String channel, Optional<String> gateway) {
      return prices.stream()
          .filter(price -> price.channel().equals(channel) && price.gateway().equals(gateway))
          .map(Price::unitPrice)
          .findFirst();
    }
  }

  /** The price of a unit: the gateway's own, or else the channel's; zero where there is none. */
  public BigDecimal unitPrice(WorkspaceId workspace, String channel, String gateway) {
    return list(workspace).find(channel, gateway).orElse(BigDecimal.ZERO);
  }

  /** The price list. */
  public PriceList list(WorkspaceId workspace) {
    return new PriceList(
        currency(workspace),
        db.select(PRICE_CHANNEL, GATEWAY, UNIT_PRICE)
            .from(PRICE)
            .where(PRICE_WORKSPACE.eq(workspace.value()))
            .orderBy(PRICE_CHANNEL, GATEWAY)
            .fetch(
                row ->
                    new Price(
                        row.value1(),
                        Optional.of(row.value2()).filter(gateway -> !gateway.equals(ANY)),
                        row.value3())));
  }

  /**
   * Replaces the price list.
   *
   * @throws Problem 409 if the currency changes although money was counted in the old one
   */
  @Transactional
  void put(WorkspaceId workspace, String currency, List<Price> prices) {
    Optional<String> known = currency(workspace);
    if (known.isEmpty()) {
      db.insertInto(PRICE_LIST, LIST_WORKSPACE, CURRENCY)
          .values(workspace.value(), currency)
          .execute();
    } else if (!known.get().equals(currency)) {
      requireUncounted(workspace, known.get());
      db.update(PRICE_LIST)
          .set(CURRENCY, currency)
          .where(LIST_WORKSPACE.eq(workspace.value()))
          .execute();
    }
    db.deleteFrom(PRICE).where(PRICE_WORKSPACE.eq(workspace.value())).execute();
    for (Price price : prices) {
      db.insertInto(PRICE, PRICE_WORKSPACE, PRICE_CHANNEL, GATEWAY, UNIT_PRICE)
          .values(workspace.value(), price.channel(), price.gatewayKey(), price.unitPrice())
          .execute();
    }
  }

  private Optional<String> currency(WorkspaceId workspace) {
    return db.select(CURRENCY)
        .from(PRICE_LIST)
        .where(LIST_WORKSPACE.eq(workspace.value()))
        .fetchOptional(CURRENCY);
  }

  private void requireUncounted(WorkspaceId workspace, String currency) {
    boolean counted =
        db.fetchExists(
            db.selectOne()
                .from(ENTRY)
                .where(ENTRY_WORKSPACE.eq(workspace.value()), AMOUNT.ne(BigDecimal.ZERO)));
    if (counted) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "currency-in-use",
          "/currency",
          "Budgets of this workspace count in %s already; keep it, or use another workspace."
              .formatted(currency));
    }
  }
}
