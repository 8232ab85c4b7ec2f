package io.sluice.engine.segment.rule;

/** Which of a member's facts with an instant count. */
public sealed interface FactFilter permits OrderFilter, EventFilter {}
