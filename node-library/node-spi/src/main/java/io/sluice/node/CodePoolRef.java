package io.sluice.node;

/**
 * Names a pool of codes of somebody else.
 *
 * @param key its key, as the marketer gave it
 */
public record CodePoolRef(String key) implements FactRef {
  @Override
  public String noun() {
    return "code pool";
  }
}
