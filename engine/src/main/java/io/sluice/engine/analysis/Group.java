package io.sluice.engine.analysis;

import io.sluice.node.Audience;

/**
 * Some of the people of an action.
 *
 * @param value what they have in common; null for those who have nothing of the kind
 */
record Group(String value, Audience people) {}
