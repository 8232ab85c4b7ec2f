package io.sluice.engine.run;

import io.sluice.engine.bpmn.CohortRef;
import java.time.Instant;

/**
 * The people who move together through one process instance.
 *
 * @param open whether its process has not come to an end
 */
record Cohort(CohortRef ref, String entry, Instant instant, boolean open, String process) {}
