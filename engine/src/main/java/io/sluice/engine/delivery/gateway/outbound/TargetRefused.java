package io.sluice.engine.delivery.gateway.outbound;

import java.net.UnknownHostException;

/** The server must not connect to where a host name or address leads. */
public final class TargetRefused extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  TargetRefused(String message) {
    super(message);
  }
}
