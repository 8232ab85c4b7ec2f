package io.sluice.engine.bpmn;

import java.util.Set;

/**
 * The constant words of compiled processes: ids are derived from these, and nothing is evaluated
 * besides them.
 */
final class Vocabulary {
  /** The entry where cohorts of the campaign start. */
  static final String MAIN = "main";

  static final String STEP_BEAN = "sluiceStep";
  static final String ARRIVED_BEAN = "sluiceArrived";
  static final String AWAITING_BEAN = "sluiceAwaiting";
  static final String TIMER_BEAN = "sluiceTimer";
  static final String RELEASED_BEAN = "sluiceReleased";
  static final String ENDED_BEAN = "sluiceEnded";

  static final String STEP = "${" + STEP_BEAN + "}";
  static final String ARRIVED = "${" + ARRIVED_BEAN + "}";
  static final String AWAITING = "${" + AWAITING_BEAN + "}";
  static final String DUE = "${" + TIMER_BEAN + ".due(execution)}";
  static final String RELEASED = "${" + RELEASED_BEAN + "}";
  static final String ENDED = "${" + ENDED_BEAN + "}";

  static final Set<String> EXPRESSIONS = Set.of(STEP, ARRIVED, AWAITING, DUE, RELEASED, ENDED);

  /** What the engine calls a task that somebody else carries out. */
  static final String EXTERNAL = "external";

  /** The topic of the sending of messages. */
  static final String DELIVERY = "delivery";

  /** The topic of waiting for receipts. */
  static final String RECEIPTS = "receipts";

  private static final int LONGEST_NAME = 255;

  private Vocabulary() {}

  /** Identifiers of a canvas have no dot, so the parts of an id can be told apart. */
  static String id(String entry, String kind, String of) {
    return entry + "." + kind + "." + of;
  }

  /** The node that a BPMN element was made from. */
  static String nodeOf(String elementId) {
    return elementId.substring(elementId.lastIndexOf('.') + 1);
  }

  /**
   * The text of a user as a name that no parser takes for an expression, and that fits where the
   * engine keeps it.
   */
  static String harmless(String text) {
    String name = text.replaceAll("[$#](?=\\{)", "$0\u200B").replaceAll("\\p{Cntrl}", " ");
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    boolean half = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 2));
    return name.substring(0, half ? LONGEST_NAME - 2 : LONGEST_NAME - 1) + "…";
  }
}
