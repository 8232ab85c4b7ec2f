package io.sluice.engine.agreement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A place on a random canvas where a node is to be put. What a node on a parallel path writes may
 * be neither read nor written there; the spot says so, and notes what the node will read and write.
 */
final class Spot {
  /** Which nodes read and write what, on the whole canvas. */
  static final class Facts {
    private final Map<String, Set<String>> readers = new HashMap<>();
    private final Map<String, Set<String>> writers = new HashMap<>();

    private static Set<String> of(Map<String, Set<String>> nodes, String fact) {
      return nodes.getOrDefault(fact, Set.of());
    }

    private static void note(Map<String, Set<String>> nodes, String fact, String node) {
      nodes.computeIfAbsent(fact, key -> new HashSet<>()).add(node);
    }
  }

  private final Random random;
  private final String canvas;
  private final Facts facts;
  private final Map<String, String> before;
  private final Predicate<String> apart;
  private final boolean daring;
  private final Set<String> reads = new HashSet<>();
  private final Set<String> writes = new HashSet<>();

  /**
   * A spot.
   *
   * @param before the types of the nodes before it, by id
   * @param apart whether nobody comes both here and to a node
   * @param daring whether rules may ask what only people's future decides
   */
  Spot(
      Random random,
      String canvas,
      Facts facts,
      Map<String, String> before,
      Predicate<String> apart,
      boolean daring) {
    this.random = random;
    this.canvas = canvas;
    this.facts = facts;
    this.before = before;
    this.apart = apart;
    this.daring = daring;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean isDaring() {
    return daring;
  }

  /** A key that no other canvas uses. */
  String own(String key) {
    return canvas + "-" + key;
  }

  /** The nodes of a type before this spot. */
  List<String> before(String type) {
    return before.keySet().stream().filter(id -> before.get(id).equals(type)).sorted().toList();
  }

  /** Whether the node may read the fact; then it is noted that it does. */
  boolean reads(String fact) {
    boolean may = haveOrder(Facts.of(facts.writers, fact), fact);
    if (may) {
      reads.add(fact);
    }
    return may;
  }

  /** Whether the node may write the fact; then it is noted that it does. */
  boolean writes(String fact) {
    boolean may =
        haveOrder(Facts.of(facts.writers, fact), fact)
            && haveOrder(Facts.of(facts.readers, fact), fact);
    if (may) {
      writes.add(fact);
    }
    return may;
  }

  /** Segments are replaced as a whole, and who gets no messages counts for guests too. */
  private boolean haveOrder(Set<String> others, String fact) {
    boolean own = !fact.startsWith("segment:") && !fact.equals("blacklist:messages");
    return others.stream().allMatch(other -> before.containsKey(other) || own && apart.test(other));
  }

  /** Whether some node writes the fact already. */
  boolean isWritten(String fact) {
    return !Facts.of(facts.writers, fact).isEmpty();
  }

  /** The node was put here. */
  void taken(String node) {
    reads.forEach(fact -> Facts.note(facts.readers, fact, node));
    writes.forEach(fact -> Facts.note(facts.writers, fact, node));
  }
}
