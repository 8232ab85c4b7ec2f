package io.sluice.engine.member;

import java.util.EnumMap;
import java.util.Map;

/**
 * A stored member.
 *
 * @param profile the values there are, by field
 */
record MemberRow(int id, String key, Map<ProfileField, Object> profile, boolean madeFromOrders) {
  /** The profile once a change is made to it. */
  Map<ProfileField, Object> profileAfter(MemberChange change) {
    Map<ProfileField, Object> after = new EnumMap<>(ProfileField.class);
    after.putAll(profile);
    change
        .profile()
        .forEach(
            (field, value) -> {
              if (value == null) {
                after.remove(field);
              } else {
                after.put(field, value);
              }
            });
    return after;
  }
}
