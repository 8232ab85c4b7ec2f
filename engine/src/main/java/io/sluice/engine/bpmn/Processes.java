package io.sluice.engine.bpmn;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The running processes: one per cohort. All calls take part in the caller's transaction. */
@Component
public class Processes {
  private static final int RETRIES = 4;

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;

  Processes(RepositoryService repository, RuntimeService runtime, ManagementService management) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
  }

  /** Makes the processes of a compiled canvas known, once; a repeat changes nothing. */
  @Transactional
  public void deploy(CompiledCanvas compiled) {
    String key = compiled.mainProcessKey();
    if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
      repository
          .createDeployment()
          .name(key)
          .addString(key + ".bpmn", compiled.xml())
          .enableDuplicateFiltering(true)
          .deploy();
    }
  }

  /** Starts the cohort in the latest process of that key and returns the instance's id. */
  @Transactional
  public String start(String processKey, CohortRef cohort) {
    return runtime.startProcessInstanceByKey(processKey, cohort.businessKey()).getId();
  }

  /** Holds an instance: no step of it begins any more. */
  @Transactional
  public void suspend(String instance) {
    runtime.suspendProcessInstanceById(instance);
  }

  /** Lets an instance go on. */
  @Transactional
  public void resume(String instance) {
    runtime.activateProcessInstanceById(instance);
  }

  /** Ends an instance for good. */
  @Transactional
  public void stop(String instance, String reason) {
    runtime.deleteProcessInstanceIfExists(instance, reason, true, true, true, false);
  }

  /** The nodes of an instance whose last try failed. */
  public List<StepFailure> failures(String instance) {
    return failedJobs(instance).stream().map(this::failure).toList();
  }

  /** Tries all failed nodes of an instance again now and returns how many there were. */
  @Transactional
  public int retry(String instance) {
    List<Job> failed = failedJobs(instance);
    for (Job job : failed) {
      management.setJobRetries(job.getId(), RETRIES);
      management.setJobDuedate(job.getId(), null);
    }
    return failed.size();
  }

  private List<Job> failedJobs(String instance) {
    return management.createJobQuery().processInstanceId(instance).withException().list();
  }

  private StepFailure failure(Job job) {
    String activity =
        management
            .createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId())
            .singleResult()
            .getActivityId();
    return new StepFailure(
        Vocabulary.nodeOf(activity),
        job.getExceptionMessage(),
        job.getRetries(),
        job.getRetries() == 0 ? null : instant(job.getDuedate()));
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
