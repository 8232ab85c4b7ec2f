package io.sluice.engine.member;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What addresses are told apart by: the ways of writing one mailbox or phone number have one key. A
 * Chinese mobile number may lack its country code; with a plus before it the same digits are a
 * number of North America. The migration of guests says the same in SQL.
 */
public final class AddressKey {
  private static final int CHINESE_MOBILE = 11;
  private static final Pattern SIGNS = Pattern.compile("[^0-9*+]");

  private AddressKey() {}

  /** The key of a phone number or of an e-mail address. */
  public static String of(String address) {
    return address.contains("@")
        ? address.toLowerCase(Locale.ROOT)
        : ofNumber(SIGNS.matcher(address).replaceAll(""));
  }

  private static String ofNumber(String address) {
    if (address.startsWith("1") && address.length() == CHINESE_MOBILE) {
      return "86" + address;
    }
    if (address.startsWith("+1") && address.length() == CHINESE_MOBILE + 1) {
      return address;
    }
    if (address.startsWith("+")) {
      return address.substring(1);
    }
    return address.startsWith("00") ? address.substring(2) : address;
  }
}
