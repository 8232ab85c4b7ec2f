package io.sluice.engine.agreement;

import java.util.List;

/**
 * A node that was thought out and is not on the canvas yet.
 *
 * @param config its settings as JSON, single quotes for double ones
 * @param ports the out-ports from which arrows may start
 */
record Sketch(String type, String config, List<String> ports) {
  private static final List<String> ACTION = List.of("done", "done", "failed", "suppressed");

  /** An action, whose arrows mostly leave by the main port. */
  static Sketch action(String type, String config) {
    return new Sketch(type, config, ACTION);
  }

  /** The in-port for the n-th arrow. */
  String inPort(int arrow) {
    return !type.equals("exclude") ? "in" : arrow == 0 ? "main" : "minus";
  }
}
