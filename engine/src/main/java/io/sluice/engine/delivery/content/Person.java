package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import java.util.Map;

/**
 * What a message needs of one person.
 *
 * @param address where messages of the channel go; null for none
 * @param values what stands for each placeholder; without those that have no value
 */
record Person(int member, String address, Map<Placeholder, Object> values) {
  /** Nobody in particular. */
  static final Person NOBODY = new Person(-1, null, Map.of());
}
