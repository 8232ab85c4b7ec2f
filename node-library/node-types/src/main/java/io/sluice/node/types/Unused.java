package io.sluice.node.types;

import io.sluice.node.NodeCheck;
import io.sluice.node.Text;

/** Refuses settings that mean nothing beside others: who gave them expects something of them. */
public record Unused(NodeCheck check) {
  /**
   * Reports a setting that is there though it means nothing.
   *
   * @param beside the setting beside which it means nothing, as in JSON, for example {@code
   *     "action": "reset"}
   */
  public void refuse(String field, Object value, String beside) {
    if (value != null) {
      check.error(
          "setting-unused",
          field,
          Text.of(
              "'%s' means nothing beside %s. Leave it out, or change the other."
                  .formatted(field, beside),
              "“%s”与 %s 同时填写没有意义，请去掉其中之一。".formatted(field, beside)));
    }
  }
}
