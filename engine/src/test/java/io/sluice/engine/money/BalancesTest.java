package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class BalancesTest {
  private static int number;

  @Autowired Balances balances;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext db;
  WorkspaceId shop;

  @BeforeEach
  void open() {
    shop = workspaces.create("balances-" + number++, "Shop", ZoneOffset.UTC).id();
    WorkspaceId other = workspaces.create("balances-" + number++, "Other", ZoneOffset.UTC).id();
    balances.put(other, "sms", BalanceEntry.Kind.TOP_UP, "k", 7, null);
  }

  @Test
  void aChannelThatWasNeverToppedUpIsNotLimited() {
    assertThat(use("a", 1_000_000)).isTrue();
    giveBack("a", 10);

    assertThat(balances.state(shop, "sms")).isEmpty();
    assertThat(db.fetchCount(BALANCE_ENTRY, UNITS_WORKSPACE.eq(shop.value()))).isZero();
  }

  @Test
  void usesNoMoreThanThereIsAndEachCauseOnce() {
    topUp(10);

    assertThat(use("a", 6)).isTrue();
    assertThat(use("a", 6)).isTrue();
    assertThat(use("b", 5)).isFalse();
    giveBack("a", 1);
    giveBack("a", 1);

    assertThat(use("b", 5)).isTrue();
    assertThat(balances.state(shop, "sms")).hasValue(0);
  }

  @Test
  void manyThreadsNeverUseMoreThanThereIs() throws Exception {
    topUp(100);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> uses = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      String cause = "use-" + i;
      uses.add(threads.submit(() -> use(cause, 3)));
    }
    int granted = 0;
    for (Future<Boolean> one : uses) {
      granted += one.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(granted).isEqualTo(33);
    assertThat(balances.state(shop, "sms")).hasValue(1);
    assertThat(
            db.select(sum(UNITS_ADDED))
                .from(BALANCE_ENTRY)
                .where(UNITS_WORKSPACE.eq(shop.value()))
                .fetchSingle()
                .value1()
                .longValue())
        .isEqualTo(1);
  }

  private void topUp(long units) {
    balances.put(shop, "sms", BalanceEntry.Kind.TOP_UP, "k", units, null);
  }

  private boolean use(String cause, long units) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> balances.use(shop, "sms", cause, units)));
  }

  private void giveBack(String cause, long units) {
    transaction.executeWithoutResult(status -> balances.giveBack(shop, "sms", cause, units));
  }
}
