package io.sluice.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.step.Passages.Part;
import io.sluice.engine.step.Passages.Passage;
import io.sluice.node.Audience;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassagesTest {
  /** Cohort 4 was made of parts of 2 and 3, which both came out of 1. */
  private final Passages.Lineage lineage =
      new Passages.Lineage() {
        private final Map<Long, Set<String>> nodes =
            Map.of(1L, Set.of("who", "sms"), 2L, Set.of("tag"), 3L, Set.of(), 4L, Set.of("end"));
        private final Map<Long, List<Part>> parts =
            Map.of(
                2L, List.of(new Part(1, Audience.of(1, 2))),
                3L, List.of(new Part(1, Audience.of(3, 4))),
                4L, List.of(new Part(2, Audience.of(2)), new Part(3, Audience.of(3, 4))));

        @Override
        public boolean came(long cohort, String node) {
          return nodes.get(cohort).contains(node);
        }

        @Override
        public List<Part> parts(long cohort) {
          return parts.getOrDefault(cohort, List.of());
        }
      };

  @Test
  void isTheCohortItselfWhereItCameToTheNode() {
    assertThat(Passages.of(lineage, 4, "end")).containsExactly(new Passage(4, Optional.empty()));
  }

  @Test
  void isTheAncestorOfAllOfThemOnceWithThoseWhoAreAskedAbout() {
    assertThat(Passages.of(lineage, 4, "sms"))
        .containsExactly(new Passage(1, Optional.of(Audience.of(2, 3, 4))));
  }

  @Test
  void leavesOutWhoCameAnotherWay() {
    assertThat(Passages.of(lineage, 4, "tag"))
        .containsExactly(new Passage(2, Optional.of(Audience.of(2))));
    assertThat(Passages.of(lineage, 4, "nowhere")).isEmpty();
  }
}
