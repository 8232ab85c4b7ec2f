package io.sluice.node;

/**
 * Where arrows enter a node.
 *
 * @param key the stored name, for example {@code in}
 * @param label the name on screen
 * @param many whether more than one arrow may enter here
 */
public record InPort(String key, Text label, boolean many) {
  /** The key of the only in-port of most nodes. */
  public static final String IN = "in";

  /** The port {@code in} for exactly one arrow. */
  public static InPort single() {
    return new InPort(IN, Text.of("In", "输入"), false);
  }

  /** The port {@code in} for any number of arrows. */
  public static InPort anyNumber() {
    return new InPort(IN, Text.of("In", "输入"), true);
  }
}
