package io.sluice.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The audience of each out-port of a node. A port that is not named has nobody. */
public final class Outputs {
  private final Map<String, Audience> byPort;

  private Outputs(Map<String, Audience> byPort) {
    this.byPort = Collections.unmodifiableMap(byPort);
  }

  /** Nobody leaves by any port. */
  public static Outputs none() {
    return new Outputs(Map.of());
  }

  /** Everybody leaves by one port. */
  public static Outputs of(String port, Audience audience) {
    return new Outputs(Map.of(port, audience));
  }

  /** The audience leaves by {@code out}. */
  public static Outputs out(Audience audience) {
    return of(OutPort.OUT, audience);
  }

  /** The same with one more port. */
  public Outputs and(String port, Audience audience) {
    Map<String, Audience> more = new LinkedHashMap<>(byPort);
    more.put(port, audience);
    return new Outputs(more);
  }

  /** The audience of a port. */
  public Audience at(String port) {
    return byPort.getOrDefault(port, Audience.empty());
  }

  /** The audiences by port. */
  public Map<String, Audience> byPort() {
    return byPort;
  }
}
