package io.sluice.engine.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A body went past the limit while it was read. */
class BodyTooLong extends IOException {
  private static final long serialVersionUID = 1L;

  private final long limit;

  BodyTooLong(long limit) {
    super("The body is longer than " + limit + " bytes");
    this.limit = limit;
  }

  Problem problem() {
    return new Problem(
        HttpStatus.PAYLOAD_TOO_LARGE,
        "body-too-long",
        "body",
        "The body is longer than "
            + limit
            + " bytes; send less at once (imports take files of any length).");
  }
}
