package io.sluice.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.web.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NewestCountTest {
  private final NewestCount newest = new NewestCount();
  private final CountDownLatch begun = new CountDownLatch(1);

  @Test
  void anOlderCountStopsForANewerOneOfTheSameEditor() throws Exception {
    CompletableFuture<String> older = countForEver("tab 1");

    assertThat(newest.<String>count("tab 1", goOn -> "newer")).isEqualTo("newer");
    assertThatThrownBy(older::join)
        .cause()
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("newer-count"));
  }

  @Test
  void othersCountMeanwhile() throws Exception {
    CompletableFuture<String> first = countForEver("tab 1");

    assertThat(newest.<String>count("tab 2", goOn -> "other")).isEqualTo("other");
    assertThat(newest.<String>count(null, goOn -> "nameless")).isEqualTo("nameless");
    assertThat(first).isNotDone();
    newest.count("tab 1", goOn -> "end");
  }

  private CompletableFuture<String> countForEver(String editor) throws InterruptedException {
    CompletableFuture<String> count =
        CompletableFuture.supplyAsync(
            () ->
                newest.count(
                    editor,
                    goOn -> {
                      begun.countDown();
                      while (true) {
                        goOn.run();
                        Thread.onSpinWait();
                      }
                    }));
    begun.await();
    return count;
  }
}
