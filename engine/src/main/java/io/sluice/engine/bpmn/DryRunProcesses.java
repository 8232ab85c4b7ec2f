package io.sluice.engine.bpmn;

import jakarta.annotation.PreDestroy;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Runs compiled processes in an engine in memory, in virtual time: the steps are executed one after
 * the other in the order of their due dates, and no clock is touched.
 */
@Component
public class DryRunProcesses {
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
      return drive(instance, goOn);
    } finally {
      handler.remove();
      if (deployment != null) {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true);
      }
    }
  }

  private boolean drive(String instance, BooleanSupplier goOn) {
    while (goOn.getAsBoolean()) {
      List<Job> jobs =
          engine.getManagementService().createJobQuery().processInstanceId(instance).list();
      if (jobs.isEmpty()) {
        return true;
      }
      Job next =
          jobs.stream()
              .min(
                  Comparator.comparing(
                      Job::getDuedate, Comparator.nullsFirst(Comparator.<Date>naturalOrder())))
              .orElseThrow();
      engine.getManagementService().executeJob(next.getId());
    }
    return false;
  }

  @PreDestroy
  void close() {
    engine.close();
  }
}
