package io.sluice.engine.delivery.content;

import java.util.Map;

/**
 * A message as one person gets it.
 *
 * @param member the member
 * @param address where it goes
 * @param content its finished parts by name
 * @param units message parts
 */
public record Composed(int member, String address, Map<String, String> content, int units) {}
