package io.sluice.engine.delivery.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.member.ProfileField;
import io.sluice.node.Rule;

/** The conditions that gates ask for, in the form of docs/rules.md. */
final class Rules {
  private Rules() {}

  static Rule profile(ProfileField field, String operator, String value) {
    ObjectNode condition = profile(field, operator);
    condition.put("value", value);
    return new Rule(condition.toString());
  }

  static Rule isSet(ProfileField field) {
    return new Rule(profile(field, "is-set").toString());
  }

  static Rule consent(String channel) {
    return new Rule(JsonNodeFactory.instance.objectNode().put("consent", channel).toString());
  }

  private static ObjectNode profile(ProfileField field, String operator) {
    return JsonNodeFactory.instance.objectNode().put("profile", field.key()).put("op", operator);
  }
}
