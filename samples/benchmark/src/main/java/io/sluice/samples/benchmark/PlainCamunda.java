package io.sluice.samples.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Plain Camunda in a database of its own on the same PostgreSQL: one process instance per person
 * through the equivalent process, with the same history level, as many job threads and as many
 * connections as the server has.
 */
final class PlainCamunda {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int STARTERS = 4;
  private static final int LEAST_LEVEL = 3;

  private final HikariDataSource database;
  private final JdbcTemplate sql;
  private Sender sender = member -> {};

  PlainCamunda(Bench bench) {
    this.database = bench.newDatabase("plain_" + NUMBER.incrementAndGet());
    this.sql = new JdbcTemplate(database);
  }

  /**
   * The rate at which people come to the end.
   *
   * @param stepwise a transaction per step, as the compiled processes have, or one per person
   */
  double peoplePerSecond(int people, boolean stepwise) {
    sql.execute("create table if not exists plain_tag (member_id integer primary key)");
    ProcessEngine engine = engine();
    try {
      engine
          .getRepositoryService()
          .createDeployment()
          .addModelInstance("plain.bpmn", process(stepwise))
          .deploy();
      run(engine, people / 4 + 1);
      double[] rates = new double[3];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = run(engine, people);
      }
      java.util.Arrays.sort(rates);
      return rates[1];
    } finally {
      engine.close();
    }
  }

  /** Sends one message. */
  interface Sender {
    void send(int member);
  }

  /** The rate at which people get a message, a process instance each. */
  double messagesPerSecond(int people, Sender sender) {
    sql.execute("create table if not exists plain_tag (member_id integer primary key)");
    this.sender = sender;
    ProcessEngine engine = engine();
    try {
      engine
          .getRepositoryService()
          .createDeployment()
          .addModelInstance(
              "plain-message.bpmn",
              Bpmn.createExecutableProcess("plain")
                  .camundaHistoryTimeToLiveString("P30D")
                  .startEvent()
                  .serviceTask("send")
                  .camundaDelegateExpression("${send}")
                  .camundaAsyncBefore(true)
                  .endEvent("end")
                  .done())
          .deploy();
      run(engine, people / 4 + 1);
      return run(engine, people);
    } finally {
      engine.close();
    }
  }

  private double run(ProcessEngine engine, int people) {
    sql.execute("truncate plain_tag");
    AtomicInteger next = new AtomicInteger();
    ExecutorService starters = Executors.newFixedThreadPool(STARTERS);
    long start = System.nanoTime();
    for (int i = 0; i < STARTERS; i++) {
      starters.submit(
          () -> {
            for (int member = next.getAndIncrement();
                member < people;
                member = next.getAndIncrement()) {
              engine
                  .getRuntimeService()
                  .startProcessInstanceByKey(
                      "plain", Map.of("member", member, "level", 1 + member % 5));
            }
          });
    }
    starters.shutdown();
    try {
      starters.awaitTermination(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    while (engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("plain")
            .count()
        > 0) {
      LockSupport.parkNanos(5_000_000);
    }
    return people / ((System.nanoTime() - start) / 1e9);
  }

  private ProcessEngine engine() {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName("plain");
    configuration.setDataSource(database);
    configuration.setTransactionManager(new DataSourceTransactionManager(database));
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("activity");
    configuration.setHistoryTimeToLive("P30D");
    configuration.setDmnFeelEnableLegacyBehavior(true);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    DefaultJobExecutor executor = new DefaultJobExecutor();
    executor.setCorePoolSize(8);
    executor.setMaxPoolSize(8);
    executor.setQueueSize(64);
    executor.setMaxJobsPerAcquisition(32);
    executor.setWaitTimeInMillis(50);
    executor.setMaxWait(200);
    configuration.setJobExecutor(executor);
    configuration.setJobExecutorActivate(true);
    configuration.setBeans(
        Map.of(
            "enter",
            (JavaDelegate) execution -> {},
            "filter",
            (JavaDelegate) PlainCamunda::filter,
            "split",
            (JavaDelegate) PlainCamunda::split,
            "tag",
            (JavaDelegate) this::tag,
            "send",
            (JavaDelegate) execution -> sender.send((int) execution.getVariable("member"))));
    return ((ProcessEngineConfigurationImpl) configuration).buildProcessEngine();
  }

  private static void filter(DelegateExecution execution) {
    execution.setVariable("matched", (int) execution.getVariable("level") >= LEAST_LEVEL);
  }

  private static void split(DelegateExecution execution) {
    execution.setVariable("variant", (int) execution.getVariable("member") % 2 == 0 ? "a" : "b");
  }

  private void tag(DelegateExecution execution) {
    sql.update("insert into plain_tag values (?)", (int) execution.getVariable("member"));
  }

  private static BpmnModelInstance process(boolean stepwise) {
    return Bpmn.createExecutableProcess("plain")
        .camundaHistoryTimeToLiveString("P30D")
        .startEvent()
        .serviceTask("target")
        .camundaDelegateExpression("${enter}")
        .camundaAsyncBefore(stepwise)
        .serviceTask("filter")
        .camundaDelegateExpression("${filter}")
        .camundaAsyncBefore(stepwise)
        .exclusiveGateway("matched")
        .condition("no", "${!matched}")
        .endEvent("left")
        .moveToNode("matched")
        .condition("yes", "${matched}")
        .serviceTask("split")
        .camundaDelegateExpression("${split}")
        .camundaAsyncBefore(stepwise)
        .exclusiveGateway("variant")
        .condition("b", "${variant == 'b'}")
        .endEvent("other")
        .moveToNode("variant")
        .condition("a", "${variant == 'a'}")
        .serviceTask("tag")
        .camundaDelegateExpression("${tag}")
        .camundaAsyncBefore(stepwise)
        .endEvent("end")
        .done();
  }
}
