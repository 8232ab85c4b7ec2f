package io.sluice.engine.analysis;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CampaignGoal;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunVisits;
import io.sluice.engine.run.Visit;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.SourceNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out who reached the goal of a campaign, counted from each person's entry. */
@Component
class Goals {
  private final RunVisits visits;
  private final PopulationReader population;

  Goals(RunVisits visits, PopulationReader population) {
    this.visits = visits;
    this.population = population;
  }

  /**
   * Who reached the goal.
   *
   * @param reached those who did
   * @param figures the same in numbers
   */
  record Reached(Audience reached, GoalFigures figures) {}

  /** Who of the people of a run reached the goal before an instant; nothing without a goal. */
  Optional<Reached> of(Run run, BoundCanvas canvas, Instant asOf) {
    CampaignGoal goal = canvas.canvas().goal();
    if (goal == null) {
      return Optional.empty();
    }
    List<String> sources =
        canvas.order().stream()
            .filter(node -> canvas.node(node).type() instanceof SourceNode)
            .toList();
    Audience entered = Audience.empty();
    Audience reached = Audience.empty();
    boolean complete = true;
    for (Visit visit : visits.of(run, canvas, sources)) {
      Instant end = Days.after(visit.instant(), goal.days());
      Instant to = end.isBefore(asOf) ? end : asOf;
      Met met =
          met(run, goal, visit.instant(), to.isBefore(visit.instant()) ? visit.instant() : to);
      Audience people = visit.at(OutPort.OUT).intersect(met.members());
      entered = entered.union(people);
      reached = reached.union(met.meeting().intersect(people));
      complete &= !end.isAfter(asOf);
    }
    return Optional.of(new Reached(reached, figures(goal, entered, reached, complete)));
  }

  /** Guests of imported lists and people who were erased are not among the members. */
  private record Met(Audience members, Audience meeting) {}

  private Met met(Run run, CampaignGoal goal, Instant from, Instant to) {
    return population.read(
        run.workspace(),
        population.pin(run.workspace(), to),
        List.of(),
        people ->
            new Met(
                people.all(),
                from.isBefore(to) ? people.matching(goal.within(from, to)) : Audience.empty()));
  }

  private static GoalFigures figures(
      CampaignGoal goal, Audience entered, Audience reached, boolean complete) {
    return new GoalFigures(
        goal.condition(),
        goal.days(),
        entered.size(),
        reached.size(),
        Quotient.of(reached.size(), entered.size()),
        goal.baseline(),
        goal.target(),
        complete);
  }
}
