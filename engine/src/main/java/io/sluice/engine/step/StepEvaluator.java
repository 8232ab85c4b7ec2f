package io.sluice.engine.step;

import io.sluice.engine.delivery.gate.TimeZones;
import io.sluice.engine.money.Need;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.RulePeople;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Forecast;
import io.sluice.node.Inputs;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeFailure;
import io.sluice.node.NodeType;
import io.sluice.node.ObserverNode;
import io.sluice.node.OutPort;
import io.sluice.node.Outcome;
import io.sluice.node.Outputs;
import io.sluice.node.People;
import io.sluice.node.Rewards;
import io.sluice.node.Rule;
import io.sluice.node.SetNode;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Computes one node. The run, the dry run and the counts on the canvas all come here, so that they
 * cannot disagree; they differ only in whether an action is forecast or done.
 */
@Component
public class StepEvaluator {
  private final PopulationReader population;
  private final MessageStep messages;
  private final TimeZones zones;

  StepEvaluator(PopulationReader population, MessageStep messages, TimeZones zones) {
    this.population = population;
    this.messages = messages;
    this.zones = zones;
  }

  /** What the node would do; nothing is written. */
  public StepResult forecast(StepRequest request) {
    return evaluate(request, false);
  }

  /** What the node does; the writes of an action are in the result, for the caller to carry out. */
  public StepResult act(StepRequest request) {
    return evaluate(request, true);
  }

  private StepResult evaluate(StepRequest request, boolean act) {
    return population.read(
        request.workspace().id(),
        request.pin(),
        request.overlay(),
        request.sureOverlay(),
        request.past(),
        people -> evaluate(request, people, act));
  }

  private StepResult evaluate(StepRequest request, RulePeople people, boolean act) {
    NodeType<?> type = request.node().type();
    if (type instanceof SetNode<?> set) {
      return sort(set, request, people);
    }
    // A run knows what happened, so that nothing is undecided.
    return act ? once(request, people, people, people.rewards(), true) : forecast(request, people);
  }

  /** By default nobody meets an undecided rule: nobody is passed over, and the cost is the most. */
  private StepResult forecast(StepRequest request, RulePeople people) {
    List<StepResult> cases = new ArrayList<>();
    people.cases().forEach(facts -> cases.addAll(cases(request, people, facts.rewards())));
    StepResult most = cases.remove(0);
    return cases.isEmpty() ? most : most.or(cases);
  }

  private List<StepResult> cases(StepRequest request, RulePeople people, Rewards rewards) {
    List<StepResult> cases = new ArrayList<>();
    Set<Rule> undecided = new LinkedHashSet<>();
    cases.add(once(request, new Guess(people, Set.of(), undecided), people, rewards, false));
    if (!undecided.isEmpty()) {
      cases.add(
          once(request, new Guess(people, undecided, new HashSet<>()), people, rewards, false));
    }
    if (!request.isDecided()) {
      StepRequest fewest = request.onlySurely();
      cases.add(once(fewest, new Guess(people, Set.of(), undecided), people, rewards, false));
      cases.add(
          once(fewest, new Guess(people, undecided, new HashSet<>()), people, rewards, false));
    }
    return cases;
  }

  private StepResult once(
      StepRequest request, People guess, RulePeople people, Rewards rewards, boolean act) {
    StepContext context = new StepContext(request, guess, people, rewards, zones);
    NodeType<?> type = request.node().type();
    if (type instanceof SourceNode<?> source) {
      return enter(source, request, context);
    }
    if (type instanceof TimeNode<?> time) {
      return request
          .node()
          .releasePort()
          .map(port -> waitApart(time, request, context, port))
          .orElseGet(() -> wait(time, request, context));
    }
    if (type instanceof MessageNode) {
      return messages.step(
          request,
          request.node().message().orElseThrow(),
          context.people(),
          context.rewards(),
          act);
    }
    if (type instanceof ObserverNode) {
      return result(request, Outputs.none(), context.instant());
    }
    return action((ActionNode<?>) type, request, context, act);
  }

  private <C extends Record> StepResult enter(
      SourceNode<C> type, StepRequest request, StepContext context) {
    Audience entered = type.enter(request.node().settingsOf(type), context);
    return result(request, Outputs.out(entered), context.instant());
  }

  private <C extends Record> StepResult sort(
      SetNode<C> type, StepRequest request, RulePeople people) {
    C settings = request.node().settingsOf(type);
    Guesses guesses =
        new Guesses(
            people,
            (guess, inputs) -> {
              Outputs outputs =
                  type.apply(
                      settings,
                      inputs,
                      new StepContext(
                          request.with(inputs), guess, people, people.rewards(), zones));
              Conservation.requireNobodyNew(request.node(), inputs, outputs);
              return outputs;
            });
    Guesses.Sorted sorted = guesses.sort(request);
    return result(request, sorted.possibly(), request.pin().instant())
        .surely(allPorts(request, sorted.surely()));
  }

  private <C extends Record> StepResult wait(
      TimeNode<C> type, StepRequest request, StepContext context) {
    Audience waiting = request.inputs().union();
    // Nobody waits for nobody.
    Instant release =
        waiting.isEmpty()
            ? context.instant()
            : type.release(request.node().settingsOf(type), context);
    if (release.isBefore(context.instant())) {
      throw new NodeFailure(
          "Node '%s' would release people at %s, before they arrive at %s"
              .formatted(request.node().id(), release, context.instant()));
    }
    return result(request, Outputs.out(waiting), release);
  }

  private <C extends Record> StepResult waitApart(
      TimeNode<C> type, StepRequest request, StepContext context, String port) {
    BoundNode node = request.node();
    Audience waiting = request.inputs().union();
    SortedMap<Instant, Audience> releases =
        waiting.isEmpty()
            ? new TreeMap<>()
            : ReleaseTimes.few(type.releases(node.settingsOf(type), waiting, context));
    if (!releases.isEmpty() && releases.firstKey().isBefore(context.instant())) {
      throw new NodeFailure(
          "Node '%s' would release people at %s, before they arrive at %s"
              .formatted(node.id(), releases.firstKey(), context.instant()));
    }
    Audience released = Conservation.requireEachOnce(node, releases.values());
    Outputs outputs = Outputs.of(port, released);
    Audience others = waiting.minus(released);
    Optional<OutPort> otherPort =
        node.ports().out().stream().filter(one -> !one.release()).findFirst();
    if (otherPort.isPresent()) {
      outputs = outputs.and(otherPort.get().key(), others);
    }
    Conservation.requireEverybodyOnce(node, waiting, outputs);
    return result(request, outputs, context.instant()).releasing(releases);
  }

  private <C extends Record> StepResult action(
      ActionNode<C> type, StepRequest request, StepContext context, boolean act) {
    C settings = request.node().settingsOf(type);
    Audience arrived = request.inputs().union().minus(request.reached().surely());
    Audience skipped =
        type.skipIf(settings)
            .map(rule -> context.people().matching(rule).intersect(arrived))
            .orElse(Audience.empty());
    Audience batch = arrived.minus(skipped);
    return act
        ? acted(
            request,
            batch,
            skipped,
            Forecast.of(type.act(settings, batch, context), context.writes()))
        : acted(request, batch, skipped, type.forecast(settings, batch, context));
  }

  private StepResult acted(StepRequest request, Audience batch, Audience skipped, Forecast done) {
    Outcome outcome = done.outcome();
    Conservation.requireEverybodyOnce(request.node(), batch, outcome.outputs());
    Audience again = request.inputs().union().intersect(request.reached().surely());
    Outputs outputs =
        outcome
            .outputs()
            .and(ActionNode.DONE, outcome.done().union(skipped))
            .and(ActionNode.SUPPRESSED, outcome.outputs().at(ActionNode.SUPPRESSED).union(again));
    Map<String, Map<String, Audience>> reasons = new LinkedHashMap<>();
    reasons.put(ActionNode.FAILED, outcome.failed());
    reasons.put(ActionNode.SUPPRESSED, withAlreadyReached(outcome.suppressed(), again));
    if (!skipped.isEmpty()) {
      reasons.put(ActionNode.DONE, Map.of(StepResult.SKIPPED, skipped));
    }
    return new StepResult(
        batch.size() + skipped.size() + again.size(),
        allPorts(request, outputs),
        allPorts(request, outputs),
        reasons,
        request.pin().instant(),
        done.writes(),
        done.writes(),
        List.of(),
        needs(request, done),
        done.units(),
        done.cost(),
        done.highestCost(),
        Collections.emptySortedMap());
  }

  /** Who is held back by reason, those among them on whom the node acted before. */
  static Map<String, Audience> withAlreadyReached(Map<String, Audience> held, Audience again) {
    if (again.isEmpty()) {
      return held;
    }
    Map<String, Audience> all = new LinkedHashMap<>(held);
    all.put(StepResult.ALREADY_REACHED, again);
    return all;
  }

  private static List<Need> needs(StepRequest request, Forecast done) {
    return done.cost().signum() == 0 && done.highestCost().signum() == 0
        ? List.of()
        : List.of(
            Need.reward(
                request.node().id(),
                request.node().type().info().key(),
                done.units(),
                new Need.Worth(done.cost(), done.highestCost())));
  }

  private static StepResult result(StepRequest request, Outputs outputs, Instant release) {
    return StepResult.nothing(in(request.inputs(), outputs), allPorts(request, outputs), release);
  }

  private static int in(Inputs inputs, Outputs outputs) {
    Audience arrived = inputs.union();
    return arrived.isEmpty() ? outputs.at(OutPort.OUT).size() : arrived.size();
  }

  static Map<String, Audience> allPorts(StepRequest request, Outputs outputs) {
    Map<String, Audience> ports = new LinkedHashMap<>();
    request.node().ports().out().forEach(port -> ports.put(port.key(), outputs.at(port.key())));
    return ports;
  }
}
