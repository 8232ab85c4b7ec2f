package io.sluice.engine.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Somebody who hears of trouble.
 *
 * @param address the phone number, e-mail address, or web address of the robot
 * @param robot the form of message that the robot takes; null for people
 * @param name whose it is, or null
 */
record Contact(Kind kind, String address, Robot robot, String name) {
  /** How a contact is reached. */
  enum Kind {
    PHONE,
    EMAIL,
    /** A chat robot, by web hook. */
    ROBOT;

    @JsonValue
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofKey(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /** What chat robots there are. */
  enum Robot {
    WECOM,
    DINGTALK,
    FEISHU,
    SLACK;

    @JsonValue
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Robot ofKey(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
