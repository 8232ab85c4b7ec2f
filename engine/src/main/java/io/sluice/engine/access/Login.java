package io.sluice.engine.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the server asks who calls. */
@Component
class Login {
  static final String PROPERTY = "sluice.access.login";

  private final boolean required;

  Login(
      @Value("${sluice.access.login:required}") String login,
      @Value("${server.address:}") String address) {
    this.required = login.equals("required");
    if (!required && !login.equals("none")) {
      throw new IllegalStateException(
          PROPERTY + " is '" + login + "'; it must be 'required' or 'none'");
    }
    if (!required && !isLoopback(address)) {
      throw new IllegalStateException(
          PROPERTY
              + " is 'none' and server.address is '"
              + address
              + "': whoever reaches the server could do everything. Set server.address to"
              + " 127.0.0.1, or "
              + PROPERTY
              + " to 'required'");
    }
  }

  boolean isRequired() {
    return required;
  }

  private static boolean isLoopback(String address) {
    try {
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
