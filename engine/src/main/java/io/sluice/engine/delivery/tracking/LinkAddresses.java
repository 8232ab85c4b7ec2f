package io.sluice.engine.delivery.tracking;

import io.sluice.engine.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Puts the addresses of links together. */
@Component
class LinkAddresses {
  private final PublicAddress server;

  LinkAddresses(PublicAddress server) {
    this.server = server;
  }

  /** The address of a link. */
  String of(Link.Kind kind, String token) {
    String address = server.base() + kind.path() + token;
    return kind == Link.Kind.OPEN ? address + ".gif" : address;
  }
}
