package io.sluice.engine.delivery.gateway.smtp;

/** Who logs in to a mail server, and by which password. */
record Login(String user, String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return user;
  }
}
