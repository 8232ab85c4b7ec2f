package io.sluice.engine.member.guest;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.Values;
import io.sluice.engine.member.MemberTables;
import java.util.Arrays;
import java.util.Locale;
import org.jooq.Field;

/** What the addresses of a list are. */
public enum ListKind {
  PHONE("sms", MemberTables.PHONE_KEY) {
    @Override
    String read(String text) {
      String phone = Values.phone(text);
      if (phone.contains("*")) {
        throw new BadValue("is masked; give all of its digits");
      }
      return phone;
    }
  },
  EMAIL("email", MemberTables.EMAIL_KEY) {
    @Override
    String read(String text) {
      return Values.email(text);
    }
  };

  private final String channel;
  private final Field<String> memberKey;

  ListKind(String channel, Field<String> memberKey) {
    this.channel = channel;
    this.memberKey = memberKey;
  }

  /** The name, which is also that of the column of a file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel by which people of such a list can be reached. */
  public String channel() {
    return channel;
  }

  /** By which column members with an address are found. */
  Field<String> memberKey() {
    return memberKey;
  }

  static ListKind of(String channel) {
    return Arrays.stream(values())
        .filter(kind -> kind.channel.equals(channel))
        .findFirst()
        .orElseThrow();
  }

  /** Reads an address; throws {@link BadValue} for a text that is none. */
  abstract String read(String text);
}
