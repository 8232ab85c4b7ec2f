package io.sluice.engine.delivery.gateway;

import java.util.Optional;

/** What became of handing one message over. */
public sealed interface Handover {
  /**
   * The gateway took it.
   *
   * @param reference the gateway's own name for it, at most 200 characters, where it gave one
   */
  record Accepted(Optional<String> reference) implements Handover {}

  /**
   * The gateway will never take it, for example because the number does not exist.
   *
   * @param reason a kebab-case code of at most 64 characters
   */
  record Refused(String reason) implements Handover {}

  /**
   * It was certainly not taken and may be tried again later, for example because the gateway is
   * broken or the connection could not be made.
   *
   * @param reason a kebab-case code of at most 64 characters
   */
  record NotTaken(String reason) implements Handover {}

  /**
   * Nobody knows, for example because the answer did not come in time.
   *
   * @param reason a kebab-case code of at most 64 characters
   */
  record Unknown(String reason) implements Handover {}
}
