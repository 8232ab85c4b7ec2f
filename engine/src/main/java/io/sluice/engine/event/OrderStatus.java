package io.sluice.engine.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The states an order passes through; it keeps the instant at which it reached each. */
public enum OrderStatus {
  PLACED,
  PAID,
  SHIPPED,
  CONFIRMED,
  REFUNDED;

  /** The name in rules and files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that name. */
  public static Optional<OrderStatus> of(String key) {
    return Arrays.stream(values()).filter(status -> status.key().equals(key)).findFirst();
  }
}
