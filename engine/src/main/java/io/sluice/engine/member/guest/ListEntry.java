package io.sluice.engine.member.guest;

import java.util.Map;

/**
 * A row of a list.
 *
 * @param address as it is written to
 * @param key by which it is told apart from others
 * @param values what stands in the other columns; without what is empty
 */
record ListEntry(String address, String key, Map<String, String> values) {}
