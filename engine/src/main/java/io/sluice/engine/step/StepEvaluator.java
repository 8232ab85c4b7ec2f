package io.sluice.engine.step;

import io.sluice.engine.segment.PopulationReader;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Forecast;
import io.sluice.node.Inputs;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeFailure;
import io.sluice.node.NodeType;
import io.sluice.node.OutPort;
import io.sluice.node.Outcome;
import io.sluice.node.Outputs;
import io.sluice.node.People;
import io.sluice.node.SetNode;
import io.sluice.node.SetWrite;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Computes one node. The run, the dry run and the counts on the canvas all come here, so that they
 * cannot disagree; they differ only in whether an action is forecast or done.
 */
@Component
public class StepEvaluator {
  private final PopulationReader population;
  private final MessageStep messages;

  StepEvaluator(PopulationReader population, MessageStep messages) {
    this.population = population;
    this.messages = messages;
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
        people -> evaluate(request, people, act));
  }

  private StepResult evaluate(StepRequest request, People people, boolean act) {
    StepContext context = new StepContext(request, people);
    NodeType<?> type = request.node().type();
    if (type instanceof SourceNode<?> source) {
      return enter(source, request, context);
    }
    if (type instanceof SetNode<?> set) {
      return sort(set, request, context);
    }
    if (type instanceof TimeNode<?> time) {
      return wait(time, request, context);
    }
    if (type instanceof MessageNode<?> message) {
      return message(message, request, context, act);
    }
    return action((ActionNode<?>) type, request, context, act);
  }

  private <C extends Record> StepResult message(
      MessageNode<C> type, StepRequest request, StepContext context, boolean act) {
    return messages.step(
        request, type.message(request.node().settingsOf(type)), context.people(), act);
  }

  private <C extends Record> StepResult enter(
      SourceNode<C> type, StepRequest request, StepContext context) {
    Audience entered = type.enter(request.node().settingsOf(type), context);
    return result(request, Outputs.out(entered), context.instant());
  }

  private <C extends Record> StepResult sort(
      SetNode<C> type, StepRequest request, StepContext context) {
    Outputs outputs = type.apply(request.node().settingsOf(type), request.inputs(), context);
    Conservation.requireNobodyNew(request.node(), request.inputs(), outputs);
    return result(request, outputs, context.instant());
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

  private <C extends Record> StepResult action(
      ActionNode<C> type, StepRequest request, StepContext context, boolean act) {
    C settings = request.node().settingsOf(type);
    Audience batch = request.inputs().union();
    if (act) {
      Outcome outcome = type.act(settings, batch, context);
      return acted(request, batch, outcome, context.writes(), 0, BigDecimal.ZERO);
    }
    Forecast forecast = type.forecast(settings, batch, context);
    return acted(
        request, batch, forecast.outcome(), forecast.writes(), forecast.units(), forecast.cost());
  }

  private StepResult acted(
      StepRequest request,
      Audience batch,
      Outcome outcome,
      List<SetWrite> writes,
      long units,
      BigDecimal cost) {
    Outputs outputs = outcome.outputs();
    Conservation.requireEverybodyOnce(request.node(), batch, outputs);
    return new StepResult(
        batch.size(),
        allPorts(request, outputs),
        Map.of(ActionNode.FAILED, outcome.failed(), ActionNode.SUPPRESSED, outcome.suppressed()),
        request.pin().instant(),
        List.copyOf(writes),
        List.of(),
        units,
        cost);
  }

  private static StepResult result(StepRequest request, Outputs outputs, Instant release) {
    return new StepResult(
        in(request.inputs(), outputs),
        allPorts(request, outputs),
        Map.of(),
        release,
        List.of(),
        List.of(),
        0,
        BigDecimal.ZERO);
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
