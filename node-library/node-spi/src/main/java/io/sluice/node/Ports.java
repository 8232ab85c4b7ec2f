package io.sluice.node;

import java.util.List;
import java.util.Optional;

/**
 * The named ports of a node as it is configured.
 *
 * @param in where arrows enter, in the order that counts for nodes whose inputs have an order
 * @param out where arrows leave; the first is the main port, which the plain arrow leaves
 */
public record Ports(List<InPort> in, List<OutPort> out) {
  /** Copies the lists. */
  public Ports {
    in = List.copyOf(in);
    out = List.copyOf(out);
  }

  /** One arrow in, and the given ports out. */
  public static Ports through(OutPort... out) {
    return new Ports(List.of(InPort.single()), List.of(out));
  }

  /** The port that the plain arrow leaves, where the node has out-ports at all. */
  public Optional<OutPort> main() {
    return out.stream().findFirst();
  }

  /** The out-port of that key. */
  public Optional<OutPort> outPort(String key) {
    return out.stream().filter(port -> port.key().equals(key)).findFirst();
  }

  /** The in-port of that key. */
  public Optional<InPort> inPort(String key) {
    return in.stream().filter(port -> port.key().equals(key)).findFirst();
  }
}
