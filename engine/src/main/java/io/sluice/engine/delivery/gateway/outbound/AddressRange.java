package io.sluice.engine.delivery.gateway.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * All addresses that begin with the same bits.
 *
 * @param bits how many bits are the same
 */
record AddressRange(InetAddress first, int bits) {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; asks no name server.
   *
   * @throws IllegalArgumentException if it is none
   */
  static AddressRange parse(String text) {
    String[] parts = text.split("/", 2);
    if (!isLiteral(parts[0])) {
      throw new IllegalArgumentException("No address or range: " + text);
    }
    try {
      InetAddress first = InetAddress.getByName(parts[0]);
      int longest = first.getAddress().length * Byte.SIZE;
      int bits = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
      if (bits < 0 || bits > longest) {
        throw new IllegalArgumentException("No range: " + text);
      }
      return new AddressRange(first, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("No address or range: " + text, e);
    }
  }

  static boolean isLiteral(String text) {
    return LITERAL.matcher(text).matches();
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
