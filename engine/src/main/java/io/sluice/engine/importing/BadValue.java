package io.sluice.engine.importing;

/** A value cannot be taken; the message says what it must be, to be read after its field's name. */
public class BadValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A value that cannot be taken, for example "is no date; write it as 2026-11-21". */
  public BadValue(String message) {
    super(message, null, false, false);
  }
}
