package io.sluice.engine.delivery.gateway.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to a mail server that knows how far the message under way has come. */
final class SmtpConnection extends SMTPTransport {
  private boolean dotSent;
  private long usedAt = System.nanoTime();

  SmtpConnection(Session session) {
    super(session, new URLName("smtp://"));
  }

  /** Sends a message; afterwards {@link #dotSent()} says how far it came. */
  void send(Letter letter) throws MessagingException {
    dotSent = false;
    sendMessage(letter, new Address[] {letter.getAllRecipients()[0]});
    usedAt = System.nanoTime();
  }

  /** Whether the dot that ends a message was begun to be sent: from then on it may be taken. */
  boolean dotSent() {
    return dotSent;
  }

  boolean isIdleFor(Duration duration) {
    return System.nanoTime() - usedAt > duration.toNanos();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    dotSent = true;
    super.finishData();
  }
}
