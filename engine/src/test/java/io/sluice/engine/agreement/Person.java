package io.sluice.engine.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What the tests know of a member.
 *
 * @param id the dense id that the engine gave
 * @param born null for some
 * @param zone null for some, who live in the time zone of the workspace
 * @param orders when paid orders were placed
 * @param events what else they did
 */
record Person(
    int id,
    String key,
    int level,
    String gender,
    String city,
    LocalDate born,
    ZoneId zone,
    Set<String> tags,
    List<Instant> orders,
    List<Event> events) {
  /** Something the person did. */
  record Event(String type, Instant at) {}
}
