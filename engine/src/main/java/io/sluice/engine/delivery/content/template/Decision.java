package io.sluice.engine.delivery.content.template;

import java.time.Instant;

/**
 * What somebody said of a version of a template.
 *
 * @param words why, or null
 */
record Decision(int version, TemplateState.Step step, String who, String words, Instant at) {}
