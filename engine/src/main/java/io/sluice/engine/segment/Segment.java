package io.sluice.engine.segment;

import io.sluice.node.Rule;
import java.util.Optional;

/**
 * A named group of members.
 *
 * @param rule who belongs to it; empty for a static segment, whose members are a kept set
 */
public record Segment(String key, String name, Optional<Rule> rule) {}
