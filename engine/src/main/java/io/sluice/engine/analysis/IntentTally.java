package io.sluice.engine.analysis;

import io.sluice.node.Audience;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what people did on the way to an order. */
final class IntentTally {
  static final String ENQUIRED = "enquired";
  static final String ADDED_TO_CART = "added-to-cart";
  static final String FAVOURITED = "favourited";

  /** The types of events that tell of an intent. */
  static final List<String> TYPES = List.of(ENQUIRED, ADDED_TO_CART, FAVOURITED);

  private final Map<String, BitSet> people = new LinkedHashMap<>();
  private final BitSet placedUnpaid = new BitSet();
  private int enquiries;

  void did(int member, String type) {
    people.computeIfAbsent(type, key -> new BitSet()).set(member);
    if (type.equals(ENQUIRED)) {
      enquiries++;
    }
  }

  void placed(int member) {
    placedUnpaid.set(member);
  }

  Audience placedUnpaid() {
    return Audience.collect(placedUnpaid.stream());
  }

  Intent intent() {
    return new Intent(
        enquiries,
        size(ENQUIRED),
        size(ADDED_TO_CART),
        size(FAVOURITED),
        placedUnpaid.cardinality());
  }

  private int size(String type) {
    return people.getOrDefault(type, new BitSet()).cardinality();
  }
}
