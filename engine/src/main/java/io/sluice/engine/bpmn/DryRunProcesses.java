package io.sluice.engine.bpmn;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
  private ProcessEngine engine;

  /** Made for the first dry run: that takes seconds, which not every start should cost. */
  private synchronized ProcessEngine engine() {
    if (engine == null) {
      engine = build();
    }
    return engine;
  }

  private ProcessEngine build() {
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
    return configuration.buildProcessEngine();
  }

  /**
   * Runs the processes of a compiled canvas from start to end in the calling thread: the main one,
   * and one for each cohort that is released on the way.
   *
   * @param goOn asked before each step; where it says no the run is given up
   * @return whether nobody was left on the way
   * @throws io.sluice.node.NodeFailure what a node threw
   */
  public boolean run(
      CompiledCanvas compiled,
      CohortRef cohort,
      StepHandler steps,
      VirtualReleases releases,
      BooleanSupplier goOn) {
    handler.set(steps);
    Deployment deployment = null;
    try {
      String key = compiled.mainProcessKey();
      deployment =
          engine()
              .getRepositoryService()
              .createDeployment()
              .addString(key + ".bpmn", compiled.xml())
              .deploy();
      Drive drive = new Drive(compiled, deployment.getId(), steps, releases);
      drive.start(key, cohort);
      return drive.toTheEnd(goOn);
    } finally {
      handler.remove();
      if (deployment != null) {
        engine().getRepositoryService().deleteDeployment(deployment.getId(), true, true);
      }
    }
  }

  /** Something that can be done next; of those due at the same time, the lowest place first. */
  private record Move(Instant due, long cohort, int place, Runnable action) {}

  /** The processes of one dry run. */
  private final class Drive {
    private final CompiledCanvas compiled;
    private final String deployment;
    private final StepHandler steps;
    private final VirtualReleases releases;
    private final Map<String, CohortRef> instances = new LinkedHashMap<>();
    private final Map<String, String> nodes = new HashMap<>();

    Drive(CompiledCanvas compiled, String deployment, StepHandler steps, VirtualReleases releases) {
      this.compiled = compiled;
      this.deployment = deployment;
      this.steps = steps;
      this.releases = releases;
    }

    void start(String process, CohortRef cohort) {
      String definition =
          engine()
              .getRepositoryService()
              .createProcessDefinitionQuery()
              .deploymentId(deployment)
              .processDefinitionKey(process)
              .singleResult()
              .getId();
      instances.put(
          engine()
              .getRuntimeService()
              .startProcessInstanceById(definition, cohort.businessKey())
              .getId(),
          cohort);
    }

    boolean toTheEnd(BooleanSupplier goOn) {
      while (goOn.getAsBoolean()) {
        Optional<Move> move = next();
        Optional<Instant> release = releases.next();
        // People are released once all is done that comes before.
        if (release.isPresent() && move.map(one -> one.due().isAfter(release.get())).orElse(true)) {
          VirtualReleases.Released released = releases.release();
          released.entry().ifPresent(entry -> start(compiled.processKey(entry), released.cohort()));
        } else if (move.isPresent()) {
          move.get().action().run();
        } else {
          return true;
        }
      }
      return false;
    }

    private Optional<Move> next() {
      List<Move> moves = new ArrayList<>();
      for (Map.Entry<String, CohortRef> one : List.copyOf(instances.entrySet())) {
        List<Move> here =
            Stream.concat(jobs(one.getKey(), one.getValue()), tasks(one.getKey(), one.getValue()))
                .toList();
        if (here.isEmpty()) {
          instances.remove(one.getKey());
        }
        moves.addAll(here);
      }
      return moves.stream()
          .min(
              Comparator.comparing(Move::due)
                  .thenComparing(Move::cohort)
                  .thenComparing(Move::place));
    }

    private Stream<Move> jobs(String instance, CohortRef cohort) {
      ManagementService management = engine().getManagementService();
      return management.createJobQuery().processInstanceId(instance).list().stream()
          .map(
              job ->
                  new Move(
                      job.getDuedate() == null ? Instant.MIN : job.getDuedate().toInstant(),
                      cohort.cohort(),
                      steps.placeOf(
                          cohort, nodes.computeIfAbsent(job.getJobDefinitionId(), this::nodeOf)),
                      () -> management.executeJob(job.getId())));
    }

    private String nodeOf(String jobDefinition) {
      return Vocabulary.nodeOf(
          engine()
              .getManagementService()
              .createJobDefinitionQuery()
              .jobDefinitionId(jobDefinition)
              .singleResult()
              .getActivityId());
    }

    /**
     * In virtual time a delivery is over at the planned instant of its last message, and receipts
     * are waited for as long as may be.
     */
    private Stream<Move> tasks(String instance, CohortRef cohort) {
      ExternalTaskService tasks = engine().getExternalTaskService();
      return tasks.createExternalTaskQuery().processInstanceId(instance).list().stream()
          .map(
              task -> {
                String node = Vocabulary.nodeOf(task.getActivityId());
                boolean receipts = task.getTopicName().equals(Vocabulary.RECEIPTS);
                return new Move(
                    receipts ? steps.awaitsUntil(cohort, node) : steps.releaseOf(cohort, node),
                    cohort.cohort(),
                    steps.placeOf(cohort, node),
                    () -> {
                      tasks.lock(task.getId(), WORKER, LOCK_MILLIS);
                      tasks.complete(task.getId(), WORKER);
                    });
              });
    }
  }

  @PreDestroy
  synchronized void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
