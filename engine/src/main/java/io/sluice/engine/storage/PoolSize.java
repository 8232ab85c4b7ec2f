package io.sluice.engine.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with too few connections: a step holds one for its process and takes a second
 * one for its snapshot, so a pool below twice the job threads comes to a stand.
 */
@Component
class PoolSize {
  private static final int FOR_THE_WEB = 4;

  PoolSize(
      HikariDataSource pool,
      @Value("${camunda.bpm.job-execution.max-pool-size:3}") int jobThreads,
      @Value("${sluice.delivery.workers:4}") int workers,
      @Value("${spring.task.scheduling.pool.size:1}") int sweeps) {
    int needed = 2 * jobThreads + workers + sweeps + FOR_THE_WEB;
    if (pool.getMaximumPoolSize() < needed) {
      throw new IllegalStateException(
          "spring.datasource.hikari.maximum-pool-size is %d; with %d job threads, %d delivery workers and %d threads of sweeps it must be at least %d"
              .formatted(pool.getMaximumPoolSize(), jobThreads, workers, sweeps, needed));
    }
  }
}
