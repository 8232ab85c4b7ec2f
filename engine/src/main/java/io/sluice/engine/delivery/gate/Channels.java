package io.sluice.engine.delivery.gate;

import io.sluice.engine.member.ProfileField;
import java.util.Optional;

/** What a channel needs of a person. */
public final class Channels {
  private Channels() {}

  /** The profile field that holds a person's address; empty for channels that need none. */
  public static Optional<ProfileField> address(String channel) {
    return switch (channel) {
      case "sms" -> Optional.of(ProfileField.PHONE);
      case "email" -> Optional.of(ProfileField.EMAIL);
      default -> Optional.empty();
    };
  }

  /** What two channels have in common whose messages arrive at the same place. */
  public static String kindOfAddress(String channel) {
    return address(channel).map(ProfileField::key).orElse(channel);
  }
}
