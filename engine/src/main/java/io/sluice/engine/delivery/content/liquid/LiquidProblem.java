package io.sluice.engine.delivery.content.liquid;

import io.sluice.node.Text;

/** A template cannot be used; the message says why and how to mend it. */
public final class LiquidProblem extends RuntimeException {
  /** The code of what takes longer than a preview may. */
  public static final String TOO_SLOW = "template-too-slow";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Text text;

  LiquidProblem(String code, Text text) {
    super(text.en());
    this.code = code;
    this.text = text;
  }

  /** What is wrong, in kebab case. */
  public String code() {
    return code;
  }

  /** What is wrong and how to mend it. */
  public Text text() {
    return text;
  }
}
