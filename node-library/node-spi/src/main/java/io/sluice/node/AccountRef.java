package io.sluice.node;

/**
 * Names an account of points.
 *
 * @param key its key, as the marketer gave it
 */
public record AccountRef(String key) implements FactRef {
  @Override
  public String noun() {
    return "points account";
  }
}
