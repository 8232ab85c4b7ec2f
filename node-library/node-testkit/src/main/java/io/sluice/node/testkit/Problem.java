package io.sluice.node.testkit;

import io.sluice.node.Text;

/**
 * Something a check reported.
 *
 * @param error whether it must be mended; otherwise it is a warning
 * @param code its kebab-case code; {@code invalid-setting} where an annotation reported it
 * @param field the setting
 * @param message what is wrong
 */
public record Problem(boolean error, String code, String field, Text message) {
  static final String INVALID_SETTING = "invalid-setting";
}
