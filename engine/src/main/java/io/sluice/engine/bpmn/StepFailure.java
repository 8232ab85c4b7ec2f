package io.sluice.engine.bpmn;

import java.time.Instant;

/**
 * A node of a cohort that failed.
 *
 * @param node the node
 * @param message why
 * @param retriesLeft how often it will be tried again by itself; 0 means it waits for somebody
 * @param nextTry when it is tried again; null where it waits for somebody
 */
public record StepFailure(String node, String message, int retriesLeft, Instant nextTry) {}
