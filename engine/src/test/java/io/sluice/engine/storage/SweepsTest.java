package io.sluice.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.EngineTest;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;

@EngineTest
@Tag("any-database")
class SweepsTest {
  @Autowired TaskScheduler scheduler;

  @Test
  void aSweepThatHangsHoldsNoOtherOneUp() throws InterruptedException {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    scheduler.schedule(() -> await(hangs), Instant.now());
    try {
      scheduler.schedule(done::countDown, Instant.now());
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      hangs.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
