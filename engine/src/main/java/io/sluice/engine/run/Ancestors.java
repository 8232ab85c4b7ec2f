package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.step.Passages;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows in which cohorts the people of a cohort passed the nodes before. */
@Component
class Ancestors {
  private final RunStore runs;
  private final StepStore steps;
  private final WaitingStore waiting;

  Ancestors(RunStore runs, StepStore steps, WaitingStore waiting) {
    this.runs = runs;
    this.steps = steps;
    this.waiting = waiting;
  }

  /**
   * People of a cohort at a node before.
   *
   * @param cohort the cohort in which they were there
   * @param people who of those that are asked about; all of them where it is empty
   */
  record Passed(CohortRef cohort, Step step, Optional<Audience> people) {
    Instant instant() {
      return step.instant();
    }

    Audience of(Audience some) {
      return people.map(some::intersect).orElse(some);
    }
  }

  List<Passed> at(Run run, CohortRef cohort, String node) {
    return Passages.of(new Lineage(run), cohort.cohort(), node).stream()
        .map(
            passage -> {
              CohortRef there = ref(run, passage.cohort());
              return new Passed(there, steps.find(there, node).orElseThrow(), passage.people());
            })
        .toList();
  }

  private static CohortRef ref(Run run, long cohort) {
    return new CohortRef(run.workspace().value(), run.id(), cohort);
  }

  private final class Lineage implements Passages.Lineage {
    private final Run run;

    Lineage(Run run) {
      this.run = run;
    }

    @Override
    public boolean came(long cohort, String node) {
      CohortRef ref = ref(run, cohort);
      return steps.find(ref, node).isPresent() && !isReleasedAt(runs.cohort(ref), node);
    }

    /** The node out of which a cohort came has a step in it that nobody took. */
    private static boolean isReleasedAt(Cohort cohort, String node) {
      return !cohort.entry().equals(Entry.MAIN) && cohort.entry().startsWith(node + ".");
    }

    @Override
    public List<Passages.Part> parts(long cohort) {
      return waiting.parts(ref(run, cohort)).stream()
          .map(part -> new Passages.Part(part.cohort(), waiting.people(run.workspace(), part)))
          .toList();
    }
  }
}
