package io.sluice.engine.step;

import io.sluice.engine.segment.RulePeople;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.Outputs;
import io.sluice.node.People;
import io.sluice.node.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Sorts people of whom something is undecided: the node is computed for every way in which one
 * input or one rule takes whoever may be in it and the others only who surely is, for all, and for
 * none. Whoever leaves by a port in one of them may leave by it; whoever does in all surely does.
 */
final class Guesses {
  private final RulePeople people;
  private final BiFunction<People, Inputs, Outputs> node;
  private final List<Outputs> outputs = new ArrayList<>();

  Guesses(RulePeople people, BiFunction<People, Inputs, Outputs> node) {
    this.people = people;
    this.node = node;
  }

  /** Who may leave by each port, and who surely does. */
  record Sorted(Outputs possibly, Outputs surely) {}

  Sorted sort(StepRequest request) {
    withRules(request.surely());
    if (!request.isDecided()) {
      withRules(request.inputs());
      oneByOne(request.inputs(), request.surely(), request.inPorts())
          .forEach(inputs -> guess(inputs, Set.of()));
    }
    return new Sorted(joined(true), joined(false));
  }

  private void withRules(Inputs inputs) {
    Set<Rule> undecided = guess(inputs, Set.of());
    if (!undecided.isEmpty()) {
      guess(inputs, undecided);
      if (undecided.size() > 1) {
        undecided.forEach(rule -> guess(inputs, Set.of(rule)));
      }
    }
  }

  private Set<Rule> guess(Inputs inputs, Set<Rule> generous) {
    Set<Rule> undecided = new LinkedHashSet<>();
    outputs.add(node.apply(new Guess(people, generous, undecided), inputs));
    return undecided;
  }

  /** The inputs with one arrow's people as they may be, for every arrow where that matters. */
  private static List<Inputs> oneByOne(Inputs possibly, Inputs surely, Set<String> inPorts) {
    List<Inputs> all = new ArrayList<>();
    for (String port : inPorts) {
      for (int arrow = 0; arrow < possibly.at(port).size(); arrow++) {
        Audience may = possibly.at(port).get(arrow);
        if (!may.equals(surely.at(port).get(arrow))) {
          Map<String, List<Audience>> byPort = new LinkedHashMap<>();
          inPorts.forEach(each -> byPort.put(each, new ArrayList<>(surely.at(each))));
          byPort.get(port).set(arrow, may);
          all.add(Inputs.of(byPort));
        }
      }
    }
    return all;
  }

  private Outputs joined(boolean any) {
    if (outputs.size() == 1) {
      return outputs.get(0);
    }
    Set<String> ports = new LinkedHashSet<>();
    outputs.forEach(output -> ports.addAll(output.byPort().keySet()));
    Outputs joined = Outputs.none();
    for (String port : ports) {
      List<Audience> parts = outputs.stream().map(output -> output.at(port)).toList();
      joined = joined.and(port, any ? Audience.unionOf(parts) : Audience.intersectionOf(parts));
    }
    return joined;
  }
}
