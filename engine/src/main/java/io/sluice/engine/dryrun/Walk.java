package io.sluice.engine.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.member.MemberPage;
import io.sluice.engine.segment.Pin;
import java.time.Instant;
import java.util.List;

/**
 * The way that one member would go through a canvas.
 *
 * @param pin as of when
 * @param member who goes
 * @param nodes the nodes they come to, in the order of time; and sources by which they do not enter
 */
record Walk(Pin pin, MemberPage.Entry member, List<Stop> nodes) {
  /**
   * A node on the way.
   *
   * @param at when they come
   * @param until when they go on, where they wait
   * @param exits the ports by which they leave; none where they go no further
   * @param conditions what the node asks of people, and whether it is so of this one
   */
  record Stop(String node, Instant at, Instant until, List<Exit> exits, List<Answer> conditions) {}

  /**
   * A port by which they leave.
   *
   * @param reason why, where the node keeps reasons
   * @param sure whether they leave there whatever happens
   */
  record Exit(String port, String reason, boolean sure) {}

  /**
   * What became of one condition.
   *
   * @param condition a condition of a rule, no group
   * @param met whether the member meets it; missing where people's future decides
   */
  record Answer(JsonNode condition, Boolean met) {}
}
