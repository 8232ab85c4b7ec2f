package io.sluice.engine.delivery.gateway.http;

import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Looks up the addresses that the client then connects to, and those only. */
record GuardedNames(OutboundGuard guard) implements DnsResolver {
  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return guard.resolve(host, port);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return guard.resolve(host, 0).stream()
        .map(InetSocketAddress::getAddress)
        .toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
