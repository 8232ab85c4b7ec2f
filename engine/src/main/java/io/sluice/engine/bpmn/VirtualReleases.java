package io.sluice.engine.bpmn;

import java.time.Instant;
import java.util.Optional;

/** The people of a dry run who leave nodes in cohorts of their own. */
public interface VirtualReleases {
  /** Nobody is released. */
  VirtualReleases NONE =
      new VirtualReleases() {
        @Override
        public Optional<Instant> next() {
          return Optional.empty();
        }

        @Override
        public Released release() {
          throw new IllegalStateException("Nobody waits");
        }
      };

  /** When the next people are released. */
  Optional<Instant> next();

  /** Releases them. */
  Released release();

  /**
   * People who were released.
   *
   * @param entry where they go on; empty where nothing is drawn there
   */
  record Released(CohortRef cohort, Optional<String> entry) {}
}
