package io.sluice.engine.analysis;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.delivery.gate.GateRequest;
import io.sluice.engine.delivery.gate.Gates;
import io.sluice.engine.delivery.gate.Reservations;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.Visit;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeFailure;
import io.sluice.node.SetRef;
import io.sluice.node.Trait;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the people with whom an action is compared, and sends them through its gates on paper. */
@Component
class Baselines {
  private static final String HOLD_OUT_PORT = "control";

  private final PopulationReader population;
  private final Gates gates;
  private final Reservations reservations;
  private final BaselineRows rows;

  Baselines(
      PopulationReader population, Gates gates, Reservations reservations, BaselineRows rows) {
    this.population = population;
    this.gates = gates;
    this.reservations = reservations;
    this.rows = rows;
  }

  /**
   * The people left alone in the cohort of a visit.
   *
   * @param assigned all of them
   * @param passed those whom the gates of the action would have let through
   */
  record Alone(Audience assigned, Audience passed) {
    static final Alone NOBODY = new Alone(Audience.empty(), Audience.empty());

    Alone and(Alone other) {
      return new Alone(assigned.union(other.assigned), passed.union(other.passed));
    }
  }

  /**
   * The people left alone beside a visit to an action.
   *
   * @param baseline the node that kept them
   * @param there the visits of the same cohort to it
   */
  Alone of(
      Workspace workspace,
      Run run,
      BoundCanvas canvas,
      Visit visit,
      String baseline,
      List<Visit> there) {
    boolean holdsOut = canvas.node(baseline).type().info().has(Trait.HOLD_OUT);
    Audience assigned =
        Audience.unionOf(
            there.stream()
                .map(kept -> holdsOut ? kept.at(HOLD_OUT_PORT) : kept.arrived())
                .toList());
    BoundNode node = canvas.node(visit.node());
    if (!(node.type() instanceof MessageNode<?> type) || assigned.isEmpty()) {
      return new Alone(assigned, assigned);
    }
    return new Alone(
        assigned,
        rows.kept(
            run,
            visit,
            baseline,
            () -> passing(workspace, messageOf(type, node), assigned, visit)));
  }

  private static <C extends Record> Message messageOf(MessageNode<C> type, BoundNode node) {
    return type.message(node.settingsOf(type));
  }

  private Audience passing(Workspace workspace, Message message, Audience people, Visit visit) {
    try {
      return admitted(workspace, forAll(message, false), people, visit);
    } catch (NodeFailure ofTheRunOnly) {
      // A variant for people to whom something happened in the run: to these nothing did.
      return admitted(workspace, forAll(message, true), people, visit);
    }
  }

  private Audience admitted(Workspace workspace, Message message, Audience people, Visit visit) {
    return population.read(
        workspace.id(),
        population.pin(workspace.id(), visit.instant()),
        List.of(),
        List.of(),
        RunPast.NONE,
        there ->
            gates
                .admit(
                    new GateRequest(
                        workspace,
                        message,
                        people,
                        visit.instant(),
                        there.rewards().in(SetRef.MESSAGE_BLACKLIST),
                        reservations.around(workspace.id(), visit.instant())),
                    there)
                .admitted());
  }

  /** Whom the marketer passes over stays assigned, on both sides. */
  private static Message forAll(Message message, boolean anyVariant) {
    List<Message.Variant> variants =
        message.variants().stream()
            .map(
                one ->
                    anyVariant
                        ? new Message.Variant(
                            one.channel(),
                            Optional.empty(),
                            one.template(),
                            one.gateway(),
                            one.trackClicks(),
                            one.content())
                        : one)
            .toList();
    return new Message(
        message.purpose(), message.atNight(), message.preferDelivery(), Optional.empty(), variants);
  }
}
