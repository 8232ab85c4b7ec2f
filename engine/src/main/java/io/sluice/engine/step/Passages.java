package io.sluice.engine.step;

import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the cohorts in which the people of a cohort passed a node: this one, or those out of which
 * they were released.
 */
public final class Passages {
  private Passages() {}

  /** The cohorts of a run and where each came from. */
  public interface Lineage {
    /** Whether the cohort came to the node itself. */
    boolean came(long cohort, String node);

    /** The parts of which the cohort was made; none of one that entered the canvas. */
    List<Part> parts(long cohort);
  }

  /**
   * People who were released together.
   *
   * @param cohort where they were before
   */
  public record Part(long cohort, Audience people) {}

  /**
   * Some people's way past a node.
   *
   * @param cohort the cohort in which they passed it
   * @param people who of the cohort that was asked about; all of it where it is empty
   */
  public record Passage(long cohort, Optional<Audience> people) {}

  /** The ways of a cohort's people past a node, each cohort once; none where nobody was there. */
  public static List<Passage> of(Lineage lineage, long cohort, String node) {
    if (lineage.came(cohort, node)) {
      return List.of(new Passage(cohort, Optional.empty()));
    }
    List<Passage> found = new ArrayList<>();
    // A cohort is younger than those it was made of: taken by age, each is looked at once.
    TreeMap<Long, Audience> open = new TreeMap<>();
    add(open, lineage.parts(cohort));
    while (!open.isEmpty()) {
      Map.Entry<Long, Audience> last = open.pollLastEntry();
      if (lineage.came(last.getKey(), node)) {
        found.add(new Passage(last.getKey(), Optional.of(last.getValue())));
      } else {
        add(
            open,
            lineage.parts(last.getKey()).stream()
                .map(part -> new Part(part.cohort(), part.people().intersect(last.getValue())))
                .toList());
      }
    }
    return found;
  }

  private static void add(Map<Long, Audience> open, List<Part> parts) {
    for (Part part : parts) {
      if (!part.people().isEmpty()) {
        open.merge(part.cohort(), part.people(), Audience::union);
      }
    }
  }
}
