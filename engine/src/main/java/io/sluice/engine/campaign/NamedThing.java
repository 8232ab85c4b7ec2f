package io.sluice.engine.campaign;

import io.sluice.engine.storage.Meaning;

/**
 * Something with settings of its own that a canvas names.
 *
 * @param kind segment, template, coupon, points-account, code-pool or discount-mark
 * @param key its key
 * @param meaning what it says
 */
record NamedThing(String kind, String key, Meaning meaning) {
  static final String SEGMENT = "segment";
  static final String TEMPLATE = "template";
}
