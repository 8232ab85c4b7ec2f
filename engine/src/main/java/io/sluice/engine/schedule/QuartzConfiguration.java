package io.sluice.engine.schedule;

import io.sluice.engine.storage.DatabaseKind;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.quartz.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class QuartzConfiguration {
  private static final String STORE = "org.quartz.jobStore.";

  /**
   * On PostgreSQL the servers share their alarms, and one of them comes to each. H2 has one server;
   * its alarms are in memory and made anew from our tables at each start.
   */
  @Bean
  SchedulerFactoryBeanCustomizer jobStore(
      DatabaseKind kind, DataSource database, PlatformTransactionManager transactions) {
    return factory -> {
      Properties quartz = new Properties();
      quartz.setProperty("org.quartz.scheduler.instanceId", "AUTO");
      quartz.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
      quartz.setProperty("org.quartz.threadPool.threadCount", "2");
      if (kind == DatabaseKind.POSTGRES) {
        factory.setDataSource(database);
        factory.setTransactionManager(transactions);
        quartz.setProperty(
            STORE + "driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        quartz.setProperty(STORE + "tablePrefix", "quartz_");
        quartz.setProperty(STORE + "useProperties", "true");
        quartz.setProperty(STORE + "isClustered", "true");
        quartz.setProperty(STORE + "acquireTriggersWithinLock", "true");
      }
      factory.setQuartzProperties(quartz);
      factory.setSchedulerName("sluice");
      // An alarm that is being served is served to its end.
      factory.setWaitForJobsToCompleteOnShutdown(true);
    };
  }
}
