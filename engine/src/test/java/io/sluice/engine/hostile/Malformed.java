package io.sluice.engine.hostile;

import java.nio.charset.StandardCharsets;

/**
 * A canvas file that is wrong.
 *
 * @param what what is wrong with it
 * @param structural whether it cannot be kept even as a draft
 * @param file the file
 */
record Malformed(String what, boolean structural, byte[] file) {
  static Malformed text(String what, String file) {
    return new Malformed(what, true, file.getBytes(StandardCharsets.UTF_8));
  }

  /** The body of a request for counts that holds the file as its draft. */
  byte[] asDraft() {
    byte[] before = "{\"canvas\":".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[before.length + file.length + 1];
    System.arraycopy(before, 0, body, 0, before.length);
    System.arraycopy(file, 0, body, before.length, file.length);
    body[body.length - 1] = '}';
    return body;
  }
}
