package io.sluice.node;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** What a node may know besides its inputs and settings. The same in a run and in a dry run. */
public interface NodeContext {
  /** The id of the node on its canvas. */
  String nodeId();

  /** The instant at which all conditions of this node are read. */
  Instant instant();

  /** The time zone of the workspace. */
  ZoneId zone();

  /** The members as they are known at {@link #instant()}. */
  People people();

  /** What members have of what can be given to them, as it is known at {@link #instant()}. */
  Rewards rewards();

  /** The dates of people as they are known at {@link #instant()}. */
  Dates dates();

  /** The people by the time zone they live in; who has none has that of the workspace. */
  Map<ZoneId, Audience> zones(Audience people);

  /** When the people entered the canvas. */
  Instant enteredAt();

  /** The seeded order of this node in this run: each run draws anew. */
  SeededOrder order();

  /** The seeded order of this node in all runs of the campaign: the same people each time. */
  SeededOrder orderOfAllRuns();
}
