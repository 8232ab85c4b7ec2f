package io.sluice.engine.delivery.gateway.smtp;

import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to a mail server, kept open for the next messages. */
final class SmtpConnections {
  /** Servers close what is idle, some after half a minute. */
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);

  private final SmtpSettings settings;
  private final Optional<Login> login;
  private final Session session;
  private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  SmtpConnections(SmtpSettings settings, Optional<Login> login, OutboundGuard guard) {
    this(settings, login, guard, new Properties());
  }

  /** With more properties of Jakarta Mail. */
  SmtpConnections(
      SmtpSettings settings, Optional<Login> login, OutboundGuard guard, Properties more) {
    this.settings = settings;
    this.login = login;
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", new GuardedSockets(guard));
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
    properties.put("mail.smtp.timeout", millis(settings.answerTimeout()));
    properties.put("mail.smtp.writetimeout", millis(settings.answerTimeout()));
    properties.put("mail.smtp.auth", String.valueOf(login.isPresent()));
    properties.put("mail.smtp.quitwait", "false");
    switch (settings.security()) {
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
    }
    properties.putAll(more);
    this.session = Session.getInstance(properties);
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  Session session() {
    return session;
  }

  /** A connection that nobody else uses, a new one if need be. */
  SmtpConnection take() throws MessagingException {
    for (SmtpConnection known = idle.poll(); known != null; known = idle.poll()) {
      if (!known.isIdleFor(LONGEST_IDLE)) {
        return known;
      }
      drop(known);
    }
    SmtpConnection fresh = new SmtpConnection(session);
    fresh.connect(
        settings.host(),
        settings.port(),
        login.map(Login::user).orElse(null),
        login.map(Login::password).orElse(null));
    return fresh;
  }

  /** Gives back a connection that is ready for another message. */
  void giveBack(SmtpConnection connection) {
    idle.push(connection);
    if (closed) {
      close();
    }
  }

  /** Ends a connection that is of no more use. */
  void drop(SmtpConnection connection) {
    try {
      connection.close();
    } catch (MessagingException e) {
      // It is gone already.
    }
  }

  void close() {
    closed = true;
    for (SmtpConnection each = idle.poll(); each != null; each = idle.poll()) {
      drop(each);
    }
  }
}
