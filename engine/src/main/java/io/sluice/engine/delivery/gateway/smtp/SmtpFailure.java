package io.sluice.engine.delivery.gateway.smtp;

import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.outbound.TargetRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an exception says of a message. Until the dot that ends it is sent a message is certainly
 * not taken; after it only the server's answer tells (RFC 5321, 4.2.5 and 6.1).
 */
final class SmtpFailure {
  private static final int TRANSIENT = 400;
  private static final int PERMANENT = 500;
  private static final int END = 600;

  /** The server wants a login, or another one: nobody's message would get through. */
  private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

  private SmtpFailure() {}

  static Handover ofConnecting(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return new Handover.NotTaken("login-refused");
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TargetRefused) {
        return new Handover.NotTaken("target-not-allowed");
      }
    }
    return new Handover.NotTaken("no-connection");
  }

  static Handover ofSending(MessagingException e, boolean dotSent) {
    Optional<Integer> answer = answer(e);
    if (answer.isEmpty()) {
      return dotSent
          ? new Handover.Unknown("no-answer-after-dot")
          : new Handover.NotTaken("connection-lost");
    }
    int code = answer.get();
    return code >= PERMANENT && !LOGIN.contains(code)
        ? new Handover.Refused("smtp-" + code)
        : new Handover.NotTaken("smtp-" + code);
  }

  /** The answer by which the server turned a message down, the most exact one. */
  private static Optional<Integer> answer(MessagingException e) {
    Optional<Integer> answer = Optional.empty();
    for (Exception each = e; each instanceof MessagingException; ) {
      int code = code(each);
      if (code >= TRANSIENT && code < END) {
        answer = Optional.of(code);
      }
      each = ((MessagingException) each).getNextException();
    }
    return answer;
  }

  private static int code(Exception e) {
    if (e instanceof SMTPAddressFailedException failed) {
      return failed.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException failed) {
      return failed.getReturnCode();
    }
    return e instanceof SMTPSendFailedException failed ? failed.getReturnCode() : -1;
  }
}
