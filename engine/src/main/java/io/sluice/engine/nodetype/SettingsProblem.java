package io.sluice.engine.nodetype;

import io.sluice.node.Text;

/**
 * What is wrong with one setting.
 *
 * @param field the path of the setting, for example {@code draws[1].ratio}
 */
public record SettingsProblem(String field, String code, Text message) {}
