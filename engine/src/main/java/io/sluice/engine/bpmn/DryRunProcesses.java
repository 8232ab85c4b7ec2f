package io.sluice.engine.bpmn;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/**
 * Runs compiled processes in an engine in memory, in virtual time: the steps are executed one after
 * the other in the order of their due dates, and no clock is touched.
 */
@Component
public class DryRunProcesses {
  private static final String WORKER = "sluice";
  private static final long LOCK_MILLIS = 60_000;

  private final ThreadLocal<StepHandler> handler = new ThreadLocal<>();
  private final ProcessEngine engine;

  DryRunProcesses() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("sluice-dry-run");
    configuration.setJdbcUrl(
        "jdbc:h2:mem:sluice-dry-run-" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
    configuration.setHistory("none");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setBeans(StepBeans.of(handler::get));
    CamundaConfiguration.common(configuration);
    this.engine = configuration.buildProcessEngine();
  }

  /**
   * Runs the main process of a compiled canvas from start to end in the calling thread.
   *
   * @param goOn asked before each step; where it says no the run is given up
   * @return whether the process came to its end
   * @throws io.sluice.node.NodeFailure what a node threw
   */
  public boolean run(
      CompiledCanvas compiled, CohortRef cohort, StepHandler steps, BooleanSupplier goOn) {
    handler.set(steps);
    Deployment deployment = null;
    try {
      String key = compiled.mainProcessKey();
      deployment =
          engine
              .getRepositoryService()
              .createDeployment()
              .addString(key + ".bpmn", compiled.xml())
              .deploy();
      String definition =
          engine
              .getRepositoryService()
              .createProcessDefinitionQuery()
              .deploymentId(deployment.getId())
              .processDefinitionKey(key)
              .singleResult()
              .getId();
      String instance =
          engine
              .getRuntimeService()
              .startProcessInstanceById(definition, cohort.businessKey())
              .getId();
      return drive(instance, cohort, steps, goOn);
    } finally {
      handler.remove();
      if (deployment != null) {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true);
      }
    }
  }

  private boolean drive(
      String instance, CohortRef cohort, StepHandler steps, BooleanSupplier goOn) {
    Map<String, String> nodes = new HashMap<>();
    while (goOn.getAsBoolean()) {
      Optional<Move> next =
          Stream.concat(jobs(instance, cohort, steps, nodes), tasks(instance, cohort, steps))
              .min(Comparator.comparing(Move::due).thenComparing(Move::place));
      if (next.isEmpty()) {
        return true;
      }
      next.get().action().run();
    }
    return false;
  }

  /** Something that can be done next; of those due at the same time, the lowest place first. */
  private record Move(Instant due, int place, Runnable action) {}

  private Stream<Move> jobs(
      String instance, CohortRef cohort, StepHandler steps, Map<String, String> nodes) {
    ManagementService management = engine.getManagementService();
    return management.createJobQuery().processInstanceId(instance).list().stream()
        .map(
            job ->
                new Move(
                    job.getDuedate() == null ? Instant.MIN : job.getDuedate().toInstant(),
                    steps.placeOf(
                        cohort,
                        nodes.computeIfAbsent(
                            job.getJobDefinitionId(),
                            id ->
                                Vocabulary.nodeOf(
                                    management
                                        .createJobDefinitionQuery()
                                        .jobDefinitionId(id)
                                        .singleResult()
                                        .getActivityId()))),
                    () -> management.executeJob(job.getId())));
  }

  /**
   * In virtual time a delivery is over at the planned instant of its last message, and receipts are
   * waited for as long as may be.
   */
  private Stream<Move> tasks(String instance, CohortRef cohort, StepHandler steps) {
    ExternalTaskService tasks = engine.getExternalTaskService();
    return tasks.createExternalTaskQuery().processInstanceId(instance).list().stream()
        .map(
            task -> {
              String node = Vocabulary.nodeOf(task.getActivityId());
              boolean receipts = task.getTopicName().equals(Vocabulary.RECEIPTS);
              return new Move(
                  receipts ? steps.awaitsUntil(cohort, node) : steps.releaseOf(cohort, node),
                  steps.placeOf(cohort, node),
                  () -> {
                    tasks.lock(task.getId(), WORKER, LOCK_MILLIS);
                    tasks.complete(task.getId(), WORKER);
                  });
            });
  }

  @PreDestroy
  void close() {
    engine.close();
  }
}
