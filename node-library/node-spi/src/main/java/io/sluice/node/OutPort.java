package io.sluice.node;

/**
 * Where arrows leave a node.
 *
 * @param key the stored name, for example {@code rest}
 * @param label the name on screen
 * @param release whether people leave here in cohorts of their own, earlier or later than the
 *     others; what follows runs in a process of its own
 */
public record OutPort(String key, Text label, boolean release) {
  /** The key of the port that the plain arrow leaves. */
  public static final String OUT = "out";

  /** The key of the port for everybody else. */
  public static final String REST = "rest";

  /** A port through which the cohort goes on. */
  public static OutPort of(String key, String en, String zh) {
    return new OutPort(key, Text.of(en, zh), false);
  }

  /** A port through which people leave in cohorts of their own. */
  public static OutPort releasing(String key, String en, String zh) {
    return new OutPort(key, Text.of(en, zh), true);
  }

  /** The port {@code out}. */
  public static OutPort out() {
    return of(OUT, "Out", "输出");
  }

  /** The port {@code rest}. */
  public static OutPort rest() {
    return of(REST, "Rest", "其余");
  }
}
