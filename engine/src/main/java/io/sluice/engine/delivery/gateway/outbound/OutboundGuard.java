package io.sluice.engine.delivery.gateway.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps gateways and web hooks, whose targets users choose, from reaching what only the server can
 * reach. Whoever connects must connect to the very addresses that came from here: a name that is
 * looked up again may lead elsewhere by then.
 */
@Component
public class OutboundGuard {
  private static final String LOCAL = "localhost";

  private final List<AllowedTarget> allowed;
  private final NameService names;

  @Autowired
  OutboundGuard(@Value("${sluice.outbound.allowed:}") List<String> allowed) {
    this(allowed, InetAddress::getAllByName);
  }

  /** With names that somebody else looks up. */
  public OutboundGuard(List<String> allowed, NameService names) {
    this.allowed = allowed.stream().map(String::strip).map(AllowedTarget::parse).toList();
    this.names = names;
  }

  /** Lets through what is public, and besides it what the operator allows. */
  public static OutboundGuard allowing(String... targets) {
    return new OutboundGuard(List.of(targets));
  }

  /**
   * The addresses of a host that may be connected to, at least one.
   *
   * @throws TargetRefused if the host leads nowhere else than to closed addresses
   * @throws UnknownHostException if the host has no address
   */
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    List<InetSocketAddress> open = new ArrayList<>();
    for (InetAddress address : names.addresses(host)) {
      if (isOpen(host, address, port)) {
        open.add(new InetSocketAddress(address, port));
      }
    }
    if (open.isEmpty()) {
      throw new TargetRefused(
          "'%s' leads to an address that is not public; have the operator add it to sluice.outbound.allowed"
              .formatted(host));
    }
    return open;
  }

  /**
   * The target, if it may be connected to.
   *
   * @throws TargetRefused if it is closed
   * @throws UnknownHostException if its host has no address
   */
  public InetSocketAddress check(InetSocketAddress target) throws UnknownHostException {
    if (target.isUnresolved()) {
      return resolve(target.getHostString(), target.getPort()).get(0);
    }
    if (!isOpen(target.getHostString(), target.getAddress(), target.getPort())) {
      throw new TargetRefused("'" + target.getHostString() + "' is not public");
    }
    return target;
  }

  /**
   * Why a host must not be connected to, to be read after the name of its field, where that shows
   * without asking a name server; whatever passes may still be refused when it is connected to.
   */
  public Optional<String> wrongWith(String host, int port) {
    String bare = host.replaceAll("[\\[\\]]", "");
    if (!AddressRange.isLiteral(bare) && !bare.equalsIgnoreCase(LOCAL)) {
      return Optional.empty();
    }
    try {
      resolve(host, port);
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(
          "leads to an address that is not public; choose another, or have the operator add it to"
              + " sluice.outbound.allowed");
    }
  }

  private boolean isOpen(String host, InetAddress address, int port) {
    return !ClosedRanges.contain(address)
        || allowed.stream().anyMatch(target -> target.covers(host, address, port));
  }

  /** Looks names up. */
  public interface NameService {
    /** All addresses of a host, at least one. */
    InetAddress[] addresses(String host) throws UnknownHostException;
  }
}
