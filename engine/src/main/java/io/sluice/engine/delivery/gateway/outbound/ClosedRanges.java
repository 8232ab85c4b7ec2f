package io.sluice.engine.delivery.gateway.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are not of the public Internet, after the special-purpose registries of IANA
 * (RFC 6890): what stands behind them is the operator's own.
 */
final class ClosedRanges {
  private static final List<AddressRange> CLOSED =
      Stream.of(
              "0.0.0.0/8", // this network, unspecified
              "10.0.0.0/8", // private
              "100.64.0.0/10", // shared by carriers (CGNAT)
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, cloud metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.31.196.0/24", // AS112
              "192.52.193.0/24", // AMT
              "192.88.99.0/24", // 6to4 relays
              "192.168.0.0/16", // private
              "192.175.48.0/24", // AS112
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4" // reserved, broadcast
              )
          .map(AddressRange::parse)
          .toList();

  /** Of IPv6 only what is handed out as global unicast is open, less what is cut out of it. */
  private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");

  private static final List<AddressRange> CLOSED_V6 =
      Stream.of(
              "2001::/23", // protocol assignments, Teredo, ORCHID, benchmarks
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4: an IPv4 address inside
              "2620:4f:8000::/48", // AS112
              "3fff::/20" // documentation
              )
          .map(AddressRange::parse)
          .toList();

  private ClosedRanges() {}

  /**
   * Whether an address is closed. Whatever holds an IPv4 address inside (mapped, compatible, NAT64,
   * 6to4, Teredo) lies outside of the global range or in what is cut out of it.
   */
  static boolean contain(InetAddress address) {
    if (address instanceof Inet4Address) {
      return CLOSED.stream().anyMatch(range -> range.contains(address));
    }
    return !GLOBAL_V6.contains(address)
        || CLOSED_V6.stream().anyMatch(range -> range.contains(address));
  }
}
