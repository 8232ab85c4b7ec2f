package io.sluice.node;

/** A node cannot do its work; the message says why and how to mend it. */
public class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that is gone once somebody mended its cause. */
  public NodeFailure(String message) {
    super(message);
  }

  /** The same with the exception behind it. */
  public NodeFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
