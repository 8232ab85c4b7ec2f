package io.sluice.engine.step;

import io.sluice.engine.delivery.content.Given;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gate.GateRequest;
import io.sluice.engine.delivery.gate.Gates;
import io.sluice.engine.delivery.gate.Reservation;
import io.sluice.engine.delivery.gate.Reservations;
import io.sluice.engine.delivery.sending.MessagePrices;
import io.sluice.engine.segment.PlannedWrite;
import io.sluice.engine.segment.RunPast;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.Outputs;
import io.sluice.node.People;
import io.sluice.node.PointsWrite;
import io.sluice.node.Rewards;
import io.sluice.node.SetRef;
import io.sluice.node.ValueWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Computes a message node: who passes its gates, and in a forecast what that would cost. */
@Component
class MessageStep {
  private final Gates gates;
  private final Reservations reservations;
  private final MessagePrices prices;

  MessageStep(Gates gates, Reservations reservations, MessagePrices prices) {
    this.gates = gates;
    this.reservations = reservations;
    this.prices = prices;
  }

  StepResult step(
      StepRequest request, Message message, People people, Rewards rewards, boolean act) {
    Audience again = request.inputs().union().intersect(request.reached().surely());
    Audience arrived = request.inputs().union().minus(again);
    Instant instant = request.past().sendingFrom(request.pin().instant());
    List<Reservation> reserved =
        new ArrayList<>(reservations.around(request.workspace().id(), instant));
    reserved.addAll(request.reserved());
    Admission admission =
        gates.admit(
            new GateRequest(
                request.workspace(),
                message,
                arrived,
                instant,
                rewards.in(SetRef.MESSAGE_BLACKLIST),
                reserved),
            people);
    Map<String, Audience> suppressed =
        StepEvaluator.withAlreadyReached(admission.suppressed(), again);
    Audience held = Audience.unionOf(suppressed.values());
    Outputs outputs =
        Outputs.of(ActionNode.SUPPRESSED, held)
            .and(ActionNode.DONE, admission.skipped().union(admission.admitted()));
    Conservation.requireEverybodyOnce(request.node(), arrived.union(again), outputs);
    MessagePrices.Price price = MessagePrices.Price.NOTHING;
    if (!act && request.priced()) {
      price =
          prices.of(
              request.workspace(),
              request.node().id(),
              message,
              request.route(),
              foreseen(request),
              admission.groups(),
              written(request));
    }
    return new StepResult(
        arrived.size() + again.size(),
        StepEvaluator.allPorts(request, outputs),
        StepEvaluator.allPorts(request, outputs),
        reasons(admission, suppressed),
        admission.lastDue(instant),
        List.of(),
        List.of(),
        admission.groups(),
        price.needs(),
        price.units(),
        price.cost(),
        price.cost(),
        Collections.emptySortedMap());
  }

  private static List<ValueWrite> written(StepRequest request) {
    return request.overlay().stream()
        .map(PlannedWrite::write)
        .filter(ValueWrite.class::isInstance)
        .map(ValueWrite.class::cast)
        .toList();
  }

  private static Given.Foreseen foreseen(StepRequest request) {
    return new Given.Foreseen() {
      @Override
      public Audience at(String node) {
        return request.past().given(node);
      }

      @Override
      public Instant instantOf(String node) {
        return request.past().cameTo(node).stream()
            .map(RunPast.Came::instant)
            .max(Instant::compareTo)
            .orElse(instant());
      }

      @Override
      public Instant instant() {
        return request.pin().instant();
      }

      @Override
      public List<PlannedWrite> points() {
        return request.overlay().stream()
            .filter(planned -> planned.write() instanceof PointsWrite)
            .toList();
      }

      @Override
      public Instant knownUntil() {
        return request.past().knownUntil();
      }
    };
  }

  private static Map<String, Map<String, Audience>> reasons(
      Admission admission, Map<String, Audience> suppressed) {
    Map<String, Map<String, Audience>> reasons = new LinkedHashMap<>();
    reasons.put(ActionNode.SUPPRESSED, suppressed);
    if (!admission.skipped().isEmpty()) {
      reasons.put(ActionNode.DONE, Map.of(StepResult.SKIPPED, admission.skipped()));
    }
    return reasons;
  }
}
