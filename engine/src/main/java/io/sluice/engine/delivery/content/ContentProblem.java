package io.sluice.engine.delivery.content;

import io.sluice.node.Text;

/**
 * Something wrong with what a message says.
 *
 * @param error whether it cannot be sent; otherwise the marketer should know
 * @param code a kebab-case code
 * @param variant which of the message's variants, from 0
 * @param part the part, or {@code template}
 * @param message what is wrong and how to mend it
 */
public record ContentProblem(boolean error, String code, int variant, String part, Text message) {}
