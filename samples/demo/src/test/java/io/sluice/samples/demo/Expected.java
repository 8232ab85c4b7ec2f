package io.sluice.samples.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Walks people over a canvas one by one, and notes who passes which port. */
final class Expected {
  private final Map<String, Set<Integer>> ports = new LinkedHashMap<>();
  private final int people;

  Expected(int people) {
    this.people = people;
  }

  Set<Integer> at(String port) {
    return ports.getOrDefault(port, Set.of());
  }

  Set<String> ports() {
    return ports.keySet();
  }

  Set<Integer> enter(String node, IntPredicate who) {
    return leave(node + ".out", IntStream.range(0, people).boxed().toList(), who);
  }

  /** Those who meet the condition leave by {@code out}, the others by {@code rest}. */
  Set<Integer> filter(String node, Set<Integer> arrived, IntPredicate who) {
    leave(node + ".rest", arrived, who.negate());
    return leave(node + ".out", arrived, who);
  }

  /** All do; by {@code done} for actions, by {@code out} for waits and merges. */
  Set<Integer> all(String port, Set<Integer> arrived) {
    return leave(port, arrived, person -> true);
  }

  /** Those whom the message reaches leave by {@code done}, the others are held back. */
  Set<Integer> message(String node, Set<Integer> arrived, IntPredicate reached) {
    if (!arrived.stream().allMatch(reached::test)) {
      leave(node + ".suppressed", arrived, reached.negate());
    }
    return leave(node + ".done", arrived, reached);
  }

  private Set<Integer> leave(String port, Iterable<Integer> arrived, IntPredicate who) {
    Set<Integer> left = ports.computeIfAbsent(port, key -> new TreeSet<>());
    arrived.forEach(
        person -> {
          if (who.test(person)) {
            left.add(person);
          }
        });
    return left;
  }

  /** The first so many of the node's order leave by the port; whoever is left is returned. */
  List<Integer> draw(String port, List<Integer> inOrder, int count) {
    List<Integer> left = new ArrayList<>(inOrder.subList(count, inOrder.size()));
    all(port, new TreeSet<>(inOrder.subList(0, count)));
    return left;
  }

  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new HashMap<>();
    ports.forEach((port, left) -> sizes.put(port, left.size()));
    sizes.values().removeIf(size -> size == 0);
    return sizes;
  }
}
