package io.sluice.node;

/** What texts that name something look like; for the {@code regexp} of a pattern on a setting. */
public final class KeyForm {
  /** A key that people choose: no blanks around it, one line, not "." or "..". */
  public static final String KEY = "^(?!\\.{1,2}$)[^\\s\\u3000]([^\\r\\n]*[^\\s\\u3000])?$";

  /** The id of a node. */
  public static final String NODE = "^[A-Za-z_][A-Za-z0-9_-]{0,63}$";

  private KeyForm() {}
}
