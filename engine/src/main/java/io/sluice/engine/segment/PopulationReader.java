package io.sluice.engine.segment;

import io.sluice.engine.member.Attributes;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.segment.leaf.LastRegistration;
import io.sluice.engine.segment.leaf.LeafCache;
import io.sluice.engine.segment.rule.LifecycleStage;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.People;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.ValueWrite;
import io.sluice.node.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads people in one snapshot. */
@Component
public class PopulationReader {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final Workspaces workspaces;
  private final Attributes attributes;
  private final Segments segments;
  private final SetLog sets;
  private final Lifecycle lifecycle;
  private final LeafCache leaves;
  private final LastRegistration lastRegistration;
  private final ImportedLists lists;
  private final RewardFacts rewards;
  private final MemberDates dates;
  private final TransactionTemplate snapshot;

  PopulationReader(
      Workspaces workspaces,
      Attributes attributes,
      Segments segments,
      SetLog sets,
      Lifecycle lifecycle,
      LeafCache leaves,
      LastRegistration lastRegistration,
      ImportedLists lists,
      RewardFacts rewards,
      MemberDates dates,
      PlatformTransactionManager transactions) {
    this.workspaces = workspaces;
    this.attributes = attributes;
    this.segments = segments;
    this.sets = sets;
    this.lifecycle = lifecycle;
    this.leaves = leaves;
    this.lastRegistration = lastRegistration;
    this.lists = lists;
    this.rewards = rewards;
    this.dates = dates;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The instant with the data version of now. */
  public Pin pin(WorkspaceId workspace, Instant instant) {
    return new Pin(instant.truncatedTo(ChronoUnit.MICROS), workspaces.dataVersion(workspace));
  }

  /**
   * Runs work in one read-only snapshot in a transaction of its own. Rules are read at the pin's
   * instant; kept sets are as they were then. What {@code overlay} writes is done on top, in order.
   * Facts without an instant (attributes, profile) are as they are now: whoever shows the result
   * compares the pin's data version with a new one.
   */
  public <T> T read(
      WorkspaceId workspace, Pin pin, List<? extends Write> overlay, Function<People, T> work) {
    List<PlannedWrite> planned =
        overlay.stream().map(write -> new PlannedWrite(write, pin.instant())).toList();
    return read(workspace, pin, planned, planned, RunPast.NONE, work::apply);
  }

  /**
   * The same within a run, whose past rules may ask. Where it is undecided about whom something is
   * written, rules leave people undecided: tried are all writes, only what is sure of them, and one
   * of them after the other.
   *
   * @param sureOverlay what of the overlay is written whatever happens, write by write
   */
  public <T> T read(
      WorkspaceId workspace,
      Pin pin,
      List<PlannedWrite> overlay,
      List<PlannedWrite> sureOverlay,
      RunPast past,
      Function<RulePeople, T> work) {
    List<List<PlannedWrite>> overlays = UndecidedWrites.cases(overlay, sureOverlay);
    return snapshot.execute(
        status -> {
          List<Population> cases =
              overlays.stream()
                  .map(one -> population(workspace, pin.instant(), one, past))
                  .toList();
          return work.apply(cases.size() == 1 ? cases.get(0) : new EitherPeople(cases));
        });
  }

  /** The number of members at each of the stages at the pin's instant, by the stage's name. */
  Map<String, Integer> stageSizes(WorkspaceId workspace, Pin pin, List<LifecycleStage> stages) {
    return snapshot.execute(
        status -> {
          Population people = population(workspace, pin.instant(), List.of(), RunPast.NONE);
          Map<String, Integer> sizes = new LinkedHashMap<>();
          stages.forEach(stage -> sizes.put(stage.key(), people.stage(stage).size()));
          return sizes;
        });
  }

  private Population population(
      WorkspaceId id, Instant instant, List<PlannedWrite> overlay, RunPast past) {
    Workspace workspace = workspaces.get(id);
    long dataVersion = workspaces.dataVersion(id);
    Instant at = instant.truncatedTo(ChronoUnit.MICROS);
    Moment moment =
        new Moment(
            at,
            workspace.zone(),
            lifecycle.thresholds(id),
            new WrittenValues(
                    only(overlay, ValueWrite.class),
                    leaf ->
                        leaves.get(id, dataVersion, lastRegistration.share(id, dataVersion, leaf)))
                ::answer);
    Set<String> written =
        only(overlay, SetWrite.class).stream()
            .map(SetWrite::set)
            .filter(set -> set.kind() == SetRef.Kind.SEGMENT)
            .map(SetRef::key)
            .collect(Collectors.toSet());
    WorkspaceDefinitions definitions =
        new WorkspaceDefinitions(
            id,
            attributes,
            segments,
            rewards,
            new NamedBefore(written, past.nodes(), past.messageNodes()));
    return new Population(
        moment,
        set -> overlaid(id, set, at, overlay),
        definitions,
        past,
        new RewardReader(rewards, id, at, past, overlay, moment::everybody),
        new DateReader(
            dates, rewards, id, at, definitions::attribute, only(overlay, ValueWrite.class), past),
        key -> lists.find(id, key).map(list -> lists.people(id, key)));
  }

  private static <T extends Write> List<T> only(List<PlannedWrite> writes, Class<T> kind) {
    return writes.stream()
        .map(PlannedWrite::write)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Who got a reward of a group has got it whenever that is asked. */
  private Audience overlaid(
      WorkspaceId workspace, SetRef set, Instant at, List<PlannedWrite> overlay) {
    List<PlannedWrite> writes =
        overlay.stream()
            .filter(planned -> planned.write() instanceof SetWrite write && write.set().equals(set))
            .toList();
    if (set.kind() != SetRef.Kind.REWARD_GROUP) {
      return sets.stateAsOf(workspace, set, at, writes).at(at);
    }
    return sets.asOf(workspace, set, FOREVER)
        .union(
            Audience.unionOf(only(writes, SetWrite.class).stream().map(Write::members).toList()));
  }
}
