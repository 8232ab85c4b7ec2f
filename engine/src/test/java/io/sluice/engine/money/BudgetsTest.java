package io.sluice.engine.money;

import static io.sluice.engine.money.MoneyTables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class BudgetsTest {
  private static final int THREADS = 8;
  private static final long CAMPAIGN = 1;
  private static final long RUN = 1;
  private static final long OTHER_RUN = 2;

  @LocalServerPort int port;
  @Autowired Budgets budgets;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext db;
  WorkspaceId shop;

  @BeforeEach
  void makeCampaign() {
    Shop.create(new Api(port)).put("campaigns/c", TestCanvases.small("Neighbour"));
    Shop created = Shop.create(new Api(port));
    created.put("campaigns/c", TestCanvases.small("C"));
    shop = workspaces.find(created.key()).orElseThrow().id();
  }

  @Test
  void spendsUpToTheLimitAndNotBeyond() {
    limit("10");

    assertThat(commit(RUN, "a", "7.5")).isTrue();
    assertThat(commit(RUN, "b", "2.500001")).isFalse();
    assertThat(commit(RUN, "b", "2.5")).isTrue();

    assertThat(state().left())
        .hasValueSatisfying(left -> assertThat(left).isEqualByComparingTo("0"));
    assertSumsMatchEntries();
  }

  @Test
  void aRepeatSpendsNothingEvenWhereTheLimitIsReached() {
    limit("10");
    assertThat(commit(RUN, "a", "10")).isTrue();

    assertThat(commit(RUN, "a", "10")).isTrue();

    assertThat(state().committed()).isEqualByComparingTo("10");
  }

  @Test
  void whatIsRolledBackIsNotSpent() {
    limit("10");
    transaction.executeWithoutResult(
        status -> {
          budgets.commit(shop, CAMPAIGN, RUN, "a", new BigDecimal("10"));
          status.setRollbackOnly();
        });

    assertThat(commit(RUN, "b", "10")).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeSpentAgain() {
    limit("10");
    commit(RUN, "a", "10");
    giveBack(RUN, "a", "4");
    giveBack(RUN, "a", "4");

    assertThat(commit(RUN, "b", "4.1")).isFalse();
    assertThat(commit(RUN, "b", "4")).isTrue();
    assertThat(state().spent()).isEqualByComparingTo("10");
    assertSumsMatchEntries();
  }

  @Test
  void whatIsReservedForOneRunIsNotThereForAnother() {
    limit("10");
    assertThat(reserve(RUN, "6").granted()).isTrue();
    assertThat(reserve(OTHER_RUN, "5").granted()).isFalse();
    assertThat(commit(OTHER_RUN, "a", "5")).isFalse();
    assertThat(commit(OTHER_RUN, "a", "4")).isTrue();

    assertThat(commit(RUN, "b", "6")).isTrue();
    assertThat(commit(RUN, "c", "0.01")).isFalse();
    assertSumsMatchEntries();
  }

  @Test
  void aRunThatNeedsMoreThanItReservedDrawsOnWhatIsLeft() {
    limit("10");
    reserve(RUN, "6");

    assertThat(commit(RUN, "a", "9")).isTrue();

    assertThat(state().reserved()).isEqualByComparingTo("0");
    assertThat(commit(OTHER_RUN, "b", "1")).isTrue();
  }

  @Test
  void theEndOfARunReleasesWhatItDidNotDraw() {
    limit("10");
    reserve(RUN, "10");
    commit(RUN, "a", "3");
    release(RUN);
    release(RUN);

    assertThat(state().left().orElseThrow()).isEqualByComparingTo("7");
    giveBack(RUN, "late", "1");
    assertThat(state().left().orElseThrow()).isEqualByComparingTo("8");
    assertSumsMatchEntries();
  }

  @Test
  void withoutALimitNothingIsRefusedAndALimitSetLaterCountsWhatWasSpent() {
    reserve(RUN, "6");
    assertThat(commit(RUN, "a", "4")).isTrue();
    assertThat(commit(OTHER_RUN, "b", "100")).isTrue();
    giveBack(OTHER_RUN, "b", "95");
    assertThat(state().left()).isEmpty();
    assertThat(state().spent()).isEqualByComparingTo("9");

    assertThatThrownBy(() -> limit("10.99"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("9.00 is spent and 2.00 reserved");
    limit("12");

    assertThat(state().reserved()).isEqualByComparingTo("2");
    assertThat(commit(OTHER_RUN, "c", "1.01")).isFalse();
    assertThat(commit(OTHER_RUN, "c", "1")).isTrue();
    assertSumsMatchEntries();
  }

  /** Random movements of two runs by many threads; the limit is set while they go on. */
  @Test
  void neverExceedsTheLimitHoweverManyDrawAtOnce() throws Exception {
    for (int round = 0; round < 4; round++) {
      makeCampaign();
      BigDecimal limit = new BigDecimal(50 + round * 37);
      if (round % 2 == 0) {
        limit(limit.toString());
      }
      reserve(RUN, "20");
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<BigDecimal>> drawn = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        drawn.add(threads.submit(draws(new Random(round * 100L + i), i)));
      }
      if (round % 2 == 1) {
        budgets.setLimit(shop, CAMPAIGN, Optional.of(new BigDecimal("1000")));
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (Future<BigDecimal> one : drawn) {
        sum = sum.add(one.get());
      }
      threads.shutdown();

      assertThat(state().spent()).isEqualByComparingTo(sum);
      assertThat(state().left().orElseThrow()).isNotNegative();
      assertSumsMatchEntries();
    }
  }

  private Callable<BigDecimal> draws(Random random, int thread) {
    return () -> {
      BigDecimal net = BigDecimal.ZERO;
      for (int i = 0; i < 40; i++) {
        long run = random.nextBoolean() ? RUN : OTHER_RUN;
        String cause = thread + "/" + i;
        String amount = "0." + (1 + random.nextInt(999_999));
        if (commit(run, cause, amount)) {
          net = net.add(new BigDecimal(amount));
          if (random.nextInt(4) == 0) {
            giveBack(run, cause, amount);
            net = net.subtract(new BigDecimal(amount));
          }
        }
        assertThat(state().left().orElse(BigDecimal.ZERO)).isNotNegative();
      }
      return net;
    };
  }

  private void assertSumsMatchEntries() {
    BudgetState state = state();
    assertThat(state.committed()).isEqualByComparingTo(entries("commit"));
    assertThat(state.returned()).isEqualByComparingTo(entries("return"));
    BigDecimal reserved =
        db
            .select(RUN_ID, RUN_AMOUNT, USED, RELEASED)
            .from(MoneyTables.RUN)
            .where(RUN_WORKSPACE.eq(shop.value()))
            .stream()
            .map(row -> new BudgetRun(row.value1(), row.value2(), row.value3(), row.value4()))
            .map(BudgetRun::outstanding)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(state.reserved()).isEqualByComparingTo(reserved);
  }

  private BigDecimal entries(String kind) {
    return db.select(coalesce(sum(AMOUNT), inline(BigDecimal.ZERO)))
        .from(ENTRY)
        .where(ENTRY_WORKSPACE.eq(shop.value()), KIND.eq(kind))
        .fetchSingle()
        .value1();
  }

  private void limit(String amount) {
    budgets.setLimit(shop, CAMPAIGN, Optional.of(new BigDecimal(amount)));
  }

  private boolean commit(long run, String cause, String amount) {
    return within(() -> budgets.commit(shop, CAMPAIGN, run, cause, new BigDecimal(amount)));
  }

  private Reservation reserve(long run, String amount) {
    return within(() -> budgets.reserve(shop, CAMPAIGN, run, new BigDecimal(amount)));
  }

  private void giveBack(long run, String cause, String amount) {
    transaction.executeWithoutResult(
        status -> budgets.giveBack(shop, CAMPAIGN, run, cause, new BigDecimal(amount)));
  }

  private void release(long run) {
    transaction.executeWithoutResult(status -> budgets.release(shop, CAMPAIGN, run));
  }

  private BudgetState state() {
    return budgets.state(shop, CAMPAIGN);
  }

  private <T> T within(Supplier<T> action) {
    return transaction.execute(status -> action.get());
  }
}
