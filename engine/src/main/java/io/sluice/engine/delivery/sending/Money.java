package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.content.Composed;
import io.sluice.engine.money.Balances;
import io.sluice.engine.money.Budgets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pays for messages before they go out, and takes back what did not go out after all. */
@Component
class Money {
  private final Budgets budgets;
  private final Balances balances;

  Money(Budgets budgets, Balances balances) {
    this.budgets = budgets;
    this.balances = balances;
  }

  /**
   * Pays for messages in the caller's transaction.
   *
   * @return what is short, budget or balance; then the caller rolls back
   */
  Optional<String> pay(Delivery delivery, Batch batch, BigDecimal price, List<Composed> messages) {
    long units = units(messages);
    String cause = cause(batch, "send", messages);
    if (!budgets.commit(
        delivery.ref().workspace(),
        delivery.campaign(),
        delivery.ref().run(),
        cause,
        price.multiply(BigDecimal.valueOf(units)))) {
      return Optional.of("budget");
    }
    if (!balances.use(delivery.ref().workspace(), batch.channel(), cause, units)) {
      return Optional.of("balance");
    }
    return Optional.empty();
  }

  /** Takes back what messages cost that certainly did not go out. */
  void takeBack(Delivery delivery, Batch batch, BigDecimal price, List<Composed> messages) {
    if (messages.isEmpty()) {
      return;
    }
    long units = units(messages);
    String cause = cause(batch, "back", messages);
    budgets.giveBack(
        delivery.ref().workspace(),
        delivery.campaign(),
        delivery.ref().run(),
        cause,
        price.multiply(BigDecimal.valueOf(units)));
    balances.giveBack(delivery.ref().workspace(), batch.channel(), cause, units);
  }

  private static long units(List<Composed> messages) {
    return messages.stream().mapToLong(Composed::units).sum();
  }

  /** In one attempt a member is paid for once, and taken back once. */
  private static String cause(Batch batch, String kind, List<Composed> messages) {
    return "%s/%s/%d/%d/%d-%d"
        .formatted(
            kind,
            batch.delivery(),
            batch.number(),
            batch.attempt(),
            messages.get(0).member(),
            messages.get(messages.size() - 1).member());
  }
}
