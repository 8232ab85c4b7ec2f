package io.sluice.engine.run;

import io.sluice.node.Audience;
import java.util.List;
import org.springframework.stereotype.Component;

/** The people at the ports of a run, over all its cohorts. */
@Component
public class RunAudiences {
  private final StepStore steps;

  RunAudiences(StepStore steps) {
    this.steps = steps;
  }

  /**
   * Who left a node by a port.
   *
   * @param reason only those with that reason; empty for all
   */
  public Audience of(Run run, String node, String port, String reason) {
    List<Audience> parts =
        steps.ports(run).stream()
            .filter(one -> one.node().equals(node) && one.port().equals(port))
            .filter(one -> one.reason().equals(reason))
            .map(one -> steps.audience(run.workspace(), one))
            .toList();
    return Audience.unionOf(parts);
  }
}
