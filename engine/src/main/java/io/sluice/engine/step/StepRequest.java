package io.sluice.engine.step;

import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.delivery.gate.Reservation;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PlannedWrite;
import io.sluice.engine.segment.RunPast;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cohort that arrives at a node.
 *
 * @param workspace the workspace
 * @param node the node with its settings
 * @param inputs who arrives; where that is undecided, whoever may
 * @param surely who of them arrives whatever happens
 * @param pin the instant at which conditions are read, and the version of the data
 * @param seeds what draws follow from
 * @param overlay what nodes before it would have written, where nothing is really written
 * @param sureOverlay the same, write by write, about those alone about whom they surely would
 * @param reserved the messages that nodes before it would have sent, likewise
 * @param priced whether units and cost are asked for
 * @param route what stands before the node, of which a message can tell
 * @param past what happened in the run before the node
 * @param reached who came to the node before, in another cohort: nobody is acted on twice
 */
public record StepRequest(
    Workspace workspace,
    BoundNode node,
    Inputs inputs,
    Inputs surely,
    Pin pin,
    Seeds seeds,
    List<PlannedWrite> overlay,
    List<PlannedWrite> sureOverlay,
    List<Reservation> reserved,
    boolean priced,
    Route route,
    RunPast past,
    Bounds reached) {
  /** The keys of the node's in-ports. */
  Set<String> inPorts() {
    return node.ports().in().stream().map(InPort::key).collect(Collectors.toSet());
  }

  /** Whether it is certain who arrives. */
  boolean isDecided() {
    return inputs == surely
        || inPorts().stream().allMatch(port -> inputs.at(port).equals(surely.at(port)));
  }

  /** The same people, of whom only those arrive who surely do. */
  StepRequest onlySurely() {
    return with(surely, Bounds.exactly(reached.possibly()));
  }

  /** The same with exactly these people. */
  StepRequest with(Inputs exactly) {
    return with(exactly, reached);
  }

  private StepRequest with(Inputs exactly, Bounds before) {
    return new StepRequest(
        workspace,
        node,
        exactly,
        exactly,
        pin,
        seeds,
        overlay,
        sureOverlay,
        reserved,
        priced,
        route,
        past,
        before);
  }
}
