package io.sluice.engine.delivery.content.liquid;

/** A mark on its way to the text. */
record LinkMark(String mark) {
  @Override
  public String toString() {
    return mark;
  }
}
