package io.sluice.engine.run;

import static io.sluice.engine.run.RunTables.*;
import static org.jooq.impl.DSL.inline;

import io.sluice.engine.audience.AudienceStore;
import io.sluice.engine.audience.AudienceUse;
import io.sluice.engine.audience.AudienceUser;
import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The rows of steps and of the audiences of their ports. */
@Repository
class StepStore implements AudienceUser {
  private final DSLContext db;
  private final AudienceStore audiences;

  StepStore(DSLContext db, AudienceStore audiences) {
    this.db = db;
    this.audiences = audiences;
  }

  Optional<Step> find(CohortRef cohort, String node) {
    return db.select(STEP_FIELDS)
        .from(STEP)
        .where(isCohort(cohort), STEP_NODE.eq(node))
        .fetchOptional(StepStore::step);
  }

  List<Step> find(CohortRef cohort, Collection<String> nodes) {
    return db.select(STEP_FIELDS)
        .from(STEP)
        .where(isCohort(cohort), STEP_NODE.in(nodes))
        .fetch(StepStore::step);
  }

  List<Step> ofRun(Run run) {
    return db.select(STEP_FIELDS)
        .from(STEP)
        .where(STEP_WORKSPACE.eq(run.workspace().value()), STEP_RUN.eq(run.id()))
        .orderBy(STEP_COHORT, ARRIVED, STEP_NODE)
        .fetch(StepStore::step);
  }

  List<Step> ofNode(Run run, String node) {
    return db.select(STEP_FIELDS)
        .from(STEP)
        .where(
            STEP_WORKSPACE.eq(run.workspace().value()), STEP_RUN.eq(run.id()), STEP_NODE.eq(node))
        .orderBy(STEP_COHORT)
        .fetch(StepStore::step);
  }

  void insert(CohortRef cohort, Step step) {
    db.insertInto(STEP)
        .set(STEP_WORKSPACE, cohort.workspace())
        .set(STEP_RUN, cohort.run())
        .set(STEP_COHORT, cohort.cohort())
        .set(STEP_NODE, step.node())
        .set(STEP_STATE, step.state().key())
        .set(STEP_INSTANT, step.instant())
        .set(RELEASE, step.release())
        .set(MEMBERS_IN, step.in())
        .set(SKIP, step.skip())
        .set(ARRIVED, step.arrivedAt())
        .set(STEP_FINISHED, step.finishedAt())
        .execute();
  }

  void finish(CohortRef cohort, String node, Instant at) {
    db.update(STEP)
        .set(STEP_STATE, Step.State.DONE.key())
        .set(STEP_FINISHED, at)
        .where(isCohort(cohort), STEP_NODE.eq(node))
        .execute();
  }

  void skip(CohortRef cohort, String node) {
    db.update(STEP)
        .set(SKIP, true)
        .where(isCohort(cohort), STEP_NODE.eq(node), STEP_STATE.eq(Step.State.WAITING.key()))
        .execute();
  }

  /** Stores who left by a port; nobody leaves no row. */
  void insertPort(CohortRef cohort, String node, String port, String reason, Audience audience) {
    if (audience.isEmpty()) {
      return;
    }
    db.insertInto(PORT)
        .set(PORT_WORKSPACE, cohort.workspace())
        .set(PORT_RUN, cohort.run())
        .set(PORT_COHORT, cohort.cohort())
        .set(PORT_NODE, node)
        .set(PORT_KEY, port)
        .set(REASON, reason)
        .set(MEMBERS, audience.size())
        .set(HASH, audiences.put(new WorkspaceId(cohort.workspace()), audience))
        .execute();
  }

  /** Stores who left by a port for a reason, together with those who are there for it already. */
  void addToPort(CohortRef cohort, String node, String port, String reason, Audience audience) {
    Optional<PortAudience> known =
        ports(cohort, List.of(node)).stream()
            .filter(one -> one.port().equals(port) && one.reason().equals(reason))
            .findFirst();
    if (known.isEmpty()) {
      insertPort(cohort, node, port, reason, audience);
      return;
    }
    WorkspaceId workspace = new WorkspaceId(cohort.workspace());
    Audience together = audience(workspace, known.get()).union(audience);
    db.update(PORT)
        .set(MEMBERS, together.size())
        .set(HASH, audiences.put(workspace, together))
        .where(
            PORT_WORKSPACE.eq(cohort.workspace()),
            PORT_RUN.eq(cohort.run()),
            PORT_COHORT.eq(cohort.cohort()),
            PORT_NODE.eq(node),
            PORT_KEY.eq(port),
            REASON.eq(reason))
        .execute();
  }

  void insertPorts(CohortRef cohort, String node, Map<String, Audience> ports) {
    ports.forEach((port, audience) -> insertPort(cohort, node, port, "", audience));
  }

  List<PortAudience> ports(CohortRef cohort, Collection<String> nodes) {
    return db.select(PORT_FIELDS)
        .from(PORT)
        .where(
            PORT_WORKSPACE.eq(cohort.workspace()),
            PORT_RUN.eq(cohort.run()),
            PORT_COHORT.eq(cohort.cohort()),
            PORT_NODE.in(nodes))
        .fetch(StepStore::port);
  }

  List<PortAudience> ports(Run run) {
    return db.select(PORT_FIELDS)
        .from(PORT)
        .where(PORT_WORKSPACE.eq(run.workspace().value()), PORT_RUN.eq(run.id()))
        .orderBy(PORT_COHORT, PORT_NODE, PORT_KEY, REASON)
        .fetch(StepStore::port);
  }

  /**
   * The people at a port.
   *
   * @throws io.sluice.engine.web.Problem 410 if they were forgotten long after the end of the run
   */
  Audience audience(WorkspaceId workspace, PortAudience port) {
    if (port.hash() == null) {
      throw DetailsRemoval.problem();
    }
    return audiences.get(workspace, port.hash());
  }

  /** Forgets up to so many of a run's audiences and returns their hashes. */
  Set<String> forgetAudiences(Run run, int limit) {
    Condition ofRun = PORT_WORKSPACE.eq(run.workspace().value()).and(PORT_RUN.eq(run.id()));
    Set<String> hashes =
        db.selectDistinct(HASH)
            .from(PORT)
            .where(ofRun, HASH.isNotNull())
            .limit(inline(limit))
            .fetchSet(HASH);
    db.update(PORT).setNull(HASH).where(ofRun, HASH.in(hashes)).execute();
    return hashes;
  }

  @Override
  public List<AudienceUse> uses() {
    return List.of(new AudienceUse("port_audience", "hash"));
  }

  private static Condition isCohort(CohortRef cohort) {
    return STEP_WORKSPACE
        .eq(cohort.workspace())
        .and(STEP_RUN.eq(cohort.run()))
        .and(STEP_COHORT.eq(cohort.cohort()));
  }

  private static Step step(Record row) {
    return new Step(
        row.get(STEP_COHORT),
        row.get(STEP_NODE),
        Step.State.valueOf(row.get(STEP_STATE).toUpperCase(Locale.ROOT)),
        row.get(STEP_INSTANT),
        row.get(RELEASE),
        row.get(MEMBERS_IN),
        row.get(SKIP),
        row.get(ARRIVED),
        row.get(STEP_FINISHED));
  }

  private static PortAudience port(Record row) {
    return new PortAudience(
        row.get(PORT_COHORT),
        row.get(PORT_NODE),
        row.get(PORT_KEY),
        row.get(REASON),
        row.get(MEMBERS),
        row.get(HASH));
  }
}
