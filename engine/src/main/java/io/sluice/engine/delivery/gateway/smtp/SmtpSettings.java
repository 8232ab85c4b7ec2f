package io.sluice.engine.delivery.gateway.smtp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * The settings of an SMTP gateway.
 *
 * @param host the mail server
 * @param port its port; missing for 587, or 465 where {@code security} is {@code tls}
 * @param security how the connection is kept from readers
 * @param user who logs in; missing where nobody does
 * @param passwordSecret the name of the secret that holds the password
 * @param from the address that mail comes from
 * @param fromName the name that mail comes from, where the message has none
 * @param replyTo the address that answers go to, where it is another one
 * @param perConnection how many messages go over a connection in one call
 * @param connections how many connections are open at once
 * @param perSecond how many messages a second the server takes; 0 for no limit
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long each answer of the server may take
 */
record SmtpSettings(
    String host,
    Integer port,
    Security security,
    String user,
    String passwordSecret,
    String from,
    String fromName,
    String replyTo,
    Integer perConnection,
    Integer connections,
    Double perSecond,
    Duration connectTimeout,
    Duration answerTimeout) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final int PER_CONNECTION = 10;
  private static final int CONNECTIONS = 4;

  SmtpSettings {
    security = security == null ? Security.STARTTLS : security;
    if (port == null) {
      port = security == Security.TLS ? SUBMISSIONS : SUBMISSION;
    }
    perConnection = perConnection == null ? PER_CONNECTION : perConnection;
    connections = connections == null ? CONNECTIONS : connections;
    perSecond = perSecond == null ? 0.0 : perSecond;
    connectTimeout = connectTimeout == null ? Duration.ofSeconds(10) : connectTimeout;
    answerTimeout = answerTimeout == null ? Duration.ofMinutes(1) : answerTimeout;
  }

  /** How a connection is kept from readers. */
  enum Security {
    /** Not at all. */
    @JsonProperty("none")
    NONE,
    /** Turned on in the connection, or no mail is sent. */
    @JsonProperty("starttls")
    STARTTLS,
    /** From the first byte on. */
    @JsonProperty("tls")
    TLS
  }
}
