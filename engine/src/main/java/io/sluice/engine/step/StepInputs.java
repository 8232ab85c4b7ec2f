package io.sluice.engine.step;

import io.sluice.engine.canvas.Wire;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts together who arrives at a node. */
public final class StepInputs {
  private StepInputs() {}

  /** The inputs along the arrows of a node, which are in the order of its in-ports. */
  public static Inputs of(List<Wire> wires, Function<Wire, Audience> audienceOf) {
    Map<String, List<Audience>> byPort = new LinkedHashMap<>();
    for (Wire wire : wires) {
      byPort
          .computeIfAbsent(wire.targetPort(), port -> new ArrayList<>())
          .add(audienceOf.apply(wire));
    }
    return Inputs.of(byPort);
  }
}
