package io.sluice.node;

/** A short text in the two languages of the product. */
public record Text(String en, String zh) {
  /** A text in English and Chinese. */
  public static Text of(String en, String zh) {
    return new Text(en, zh);
  }
}
