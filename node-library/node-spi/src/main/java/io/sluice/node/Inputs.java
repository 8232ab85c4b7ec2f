package io.sluice.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The audiences that arrive at a node, by in-port, in the order of the arrows. */
public final class Inputs {
  private final Map<String, List<Audience>> byPort;

  private Inputs(Map<String, List<Audience>> byPort) {
    this.byPort = byPort;
  }

  /** Inputs by the key of the in-port; a port without arrows may be left out. */
  public static Inputs of(Map<String, List<Audience>> byPort) {
    Map<String, List<Audience>> copy = new HashMap<>();
    byPort.forEach((port, audiences) -> copy.put(port, List.copyOf(audiences)));
    return new Inputs(Map.copyOf(copy));
  }

  /** One audience at the port {@code in}. */
  public static Inputs in(Audience audience) {
    return of(Map.of(InPort.IN, List.of(audience)));
  }

  /** All audiences that arrive at the port; an empty list where none does. */
  public List<Audience> at(String port) {
    return byPort.getOrDefault(port, List.of());
  }

  /** Everybody who arrives at the port. */
  public Audience unionAt(String port) {
    return Audience.unionOf(at(port));
  }

  /** Everybody who arrives at the port {@code in}. */
  public Audience in() {
    return unionAt(InPort.IN);
  }

  /** Everybody who arrives at all. */
  public Audience union() {
    return Audience.unionOf(byPort.values().stream().flatMap(List::stream).toList());
  }
}
