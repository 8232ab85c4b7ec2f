package io.sluice.engine.dryrun;

import io.sluice.engine.bpmn.Entry;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.step.Passages;
import io.sluice.engine.step.StepResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People who move together in a forecast.
 *
 * @param entry where they started; empty where nothing is drawn there
 * @param instant when
 * @param parts where they came from
 * @param visits what became of them, by node
 */
record VirtualCohort(
    long id,
    Optional<Entry> entry,
    Instant instant,
    List<Passages.Part> parts,
    Map<String, Visit> visits) {
  /**
   * The cohort at a node.
   *
   * @param arrived who came, as far as it can be told
   * @param own whether it came there, and was not released there
   */
  record Visit(Instant instant, Bounds arrived, StepResult result, boolean own) {}

  static VirtualCohort entering(Entry main, Instant instant) {
    return new VirtualCohort(0, Optional.of(main), instant, List.of(), new HashMap<>());
  }

  /** Released people come out of the node at which they waited. */
  static VirtualCohort released(
      long id,
      Optional<Entry> entry,
      String node,
      String port,
      Bounds people,
      Instant instant,
      List<Passages.Part> parts) {
    StepResult out = StepResult.released(port, people.possibly(), people.surely(), instant);
    Map<String, Visit> visits = new HashMap<>();
    visits.put(node, new Visit(instant, people, out, false));
    return new VirtualCohort(id, entry, instant, parts, visits);
  }

  Optional<StepResult> result(String node) {
    return Optional.ofNullable(visits.get(node)).map(Visit::result);
  }

  boolean came(String node) {
    return visits.containsKey(node) && visits.get(node).own();
  }
}
