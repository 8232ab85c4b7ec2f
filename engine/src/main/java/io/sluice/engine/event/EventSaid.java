package io.sluice.engine.event;

import io.sluice.engine.importing.CsvRow;
import java.time.Instant;
import java.util.SortedMap;

/** What a row of an events file says; product and category may be null. */
record EventSaid(
    CsvRow row,
    String key,
    String member,
    String type,
    Instant at,
    String product,
    String category,
    SortedMap<String, String> properties) {

  MemberEvent of(int memberId) {
    return new MemberEvent(key, memberId, type, at, product, category, properties);
  }
}
