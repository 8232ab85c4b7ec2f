package io.sluice.engine.web;

import org.springframework.http.HttpStatus;

/** The header by which a request that is sent again is known, so that it has its effect once. */
public final class IdempotencyKey {
  /** Its name. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LENGTH = 128;

  private IdempotencyKey() {}

  /**
   * The key of a request that needs one.
   *
   * @throws Problem 400 if it is missing, too long, or holds control characters
   */
  public static String required(String key) {
    if (key == null || key.isBlank()) {
      throw wrong("is missing; send one of your own, 1 to " + LENGTH + " characters, per request");
    }
    InputText.wrongWith(key, LENGTH)
        .ifPresent(
            what -> {
              throw wrong(what);
            });
    return key;
  }

  /**
   * The answer to a request whose key came before with another body, as in the IETF's draft of this
   * header: 422.
   *
   * @param earlier what the earlier request asked for, to be read after "It was sent before for"
   */
  public static Problem reused(String earlier) {
    return new Problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "idempotency-key-reused",
        HEADER,
        "This '%s' was sent before for %s, and nothing was done now. Send a new key to ask for something else, or the same body as then to get its answer again."
            .formatted(HEADER, earlier));
  }

  private static Problem wrong(String what) {
    return Problem.badField(
        "bad-idempotency-key", HEADER, "The header '" + HEADER + "' " + what + ".");
  }
}
