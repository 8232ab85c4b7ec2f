package io.sluice.node.types.message;

import io.sluice.node.NodeCheck;
import io.sluice.node.Text;

/** Reports problems of settings inside another setting. */
record CheckInside(String prefix, NodeCheck outer) implements NodeCheck {
  @Override
  public boolean hasSegment(String key) {
    return outer.hasSegment(key);
  }

  @Override
  public boolean hasList(String key) {
    return outer.hasList(key);
  }

  @Override
  public void error(String code, String field, Text message) {
    outer.error(code, prefix + field, message);
  }

  @Override
  public void warning(String code, String field, Text message) {
    outer.warning(code, prefix + field, message);
  }
}
