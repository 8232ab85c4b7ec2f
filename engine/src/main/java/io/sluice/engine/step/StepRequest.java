package io.sluice.engine.step;

import io.sluice.engine.delivery.gate.Reservation;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Inputs;
import io.sluice.node.SetWrite;
import java.util.List;

/**
 * A cohort that arrives at a node.
 *
 * @param workspace the workspace
 * @param node the node with its settings
 * @param inputs who arrives
 * @param pin the instant at which conditions are read, and the version of the data
 * @param seeds what draws follow from
 * @param overlay what nodes before it would have written, where nothing is really written
 * @param reserved the messages that nodes before it would have sent, likewise
 * @param priced whether units and cost are asked for
 */
public record StepRequest(
    Workspace workspace,
    BoundNode node,
    Inputs inputs,
    Pin pin,
    Seeds seeds,
    List<SetWrite> overlay,
    List<Reservation> reserved,
    boolean priced) {}
