package io.sluice.engine.bpmn;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The running processes: one per cohort. Deploying and starting take part in the caller's
 * transaction; holding, resuming, stopping and retrying are transactions of their own.
 */
@Component
public class Processes {
  private static final int RETRIES = 4;
  private static final int MOST_TRIES = 200;
  private static final String WORKER = "sluice";
  private static final long LOCK_MILLIS = 60_000;
  private static final long PAUSE_NANOS = 20_000_000;

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final ExternalTaskService tasks;
  private final TransactionTemplate transaction;

  Processes(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      ExternalTaskService tasks,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

  /** Holds an instance: no step of it begins any more. Nothing where it is held or over. */
  public void suspend(String instance) {
    insist(
        () -> {
          if (isThere(instance, false)) {
            runtime.suspendProcessInstanceById(instance);
          }
        });
  }

  /** Lets an instance go on. Nothing where it goes on or is over. */
  public void resume(String instance) {
    insist(
        () -> {
          if (isThere(instance, true)) {
            runtime.activateProcessInstanceById(instance);
          }
        });
  }

  /** Ends an instance for good. Nothing where it is over. */
  public void stop(String instance, String reason) {
    try {
      insist(
          () -> runtime.deleteProcessInstanceIfExists(instance, reason, true, true, true, false));
    } catch (NullValueException e) {
      // Somebody else deleted it between the engine's look and its deletion.
      if (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
        throw e;
      }
    }
  }

  /**
   * Lets an instance go on from a message node, in the caller's transaction.
   *
   * @return false if it is not there, or is held
   */
  @Transactional
  public boolean delivered(String instance, String node) {
    return complete(instance, Vocabulary.DELIVERY, node);
  }

  /**
   * Lets an instance go on to a node before which it waited for receipts, as {@link #delivered}.
   *
   * @return false if it is not there, or is held
   */
  @Transactional
  public boolean receiptsCame(String instance, String node) {
    return complete(instance, Vocabulary.RECEIPTS, node);
  }

  private boolean complete(String instance, String topic, String node) {
    Optional<ExternalTask> task =
        tasks
            .createExternalTaskQuery()
            .processInstanceId(instance)
            .topicName(topic)
            .active()
            .list()
            .stream()
            .filter(one -> Vocabulary.nodeOf(one.getActivityId()).equals(node))
            .findFirst();
    task.ifPresent(
        one -> {
          tasks.lock(one.getId(), WORKER, LOCK_MILLIS);
          tasks.complete(one.getId(), WORKER);
        });
    return task.isPresent();
  }

  /** The instances that are held. */
  public Set<String> suspended() {
    return runtime.createProcessInstanceQuery().suspended().list().stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
  }

  private boolean isThere(String instance, boolean suspended) {
    ProcessInstance found =
        runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    return found != null && found.isSuspended() == suspended;
  }

  /** A step that ends at the same moment wins, and we try again: it is over soon. */
  private void insist(Runnable change) {
    for (int tries = 1; ; tries++) {
      try {
        transaction.executeWithoutResult(status -> change.run());
        return;
      } catch (OptimisticLockingException | CannotAcquireLockException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** The nodes of an instance whose last try failed. */
  public List<StepFailure> failures(String instance) {
    return failedJobs(instance).stream().map(this::failure).toList();
  }

  /** The nodes that are not tried again by themselves, by instance. */
  public Map<String, List<StepFailure>> givenUp() {
    return management.createJobQuery().noRetriesLeft().list().stream()
        .collect(
            Collectors.groupingBy(
                Job::getProcessInstanceId, Collectors.mapping(this::failure, Collectors.toList())));
  }

  /** Tries all failed nodes of an instance again now and returns how many there were. */
  public int retry(String instance) {
    List<Job> failed = failedJobs(instance);
    insist(
        () -> {
          for (Job job : failed) {
            management.setJobRetries(job.getId(), RETRIES);
            management.setJobDuedate(job.getId(), null);
          }
        });
    return failed.size();
  }

  private List<Job> failedJobs(String instance) {
    return management.createJobQuery().processInstanceId(instance).withException().list().stream()
        .filter(job -> !StepHeld.isNotedAs(job.getExceptionMessage()))
        .toList();
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
