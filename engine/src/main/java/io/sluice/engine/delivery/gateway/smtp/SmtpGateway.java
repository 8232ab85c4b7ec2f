package io.sluice.engine.delivery.gateway.smtp;

import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayPolicy;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands e-mails to a mail server, several over one connection. */
final class SmtpGateway implements Gateway {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpGateway.class);
  private static final Handover ACCEPTED = new Handover.Accepted(Optional.empty());

  private final SmtpSettings settings;
  private final SmtpConnections connections;

  SmtpGateway(SmtpSettings settings, SmtpConnections connections) {
    this.settings = settings;
    this.connections = connections;
  }

  @Override
  public GatewayPolicy policy() {
    return new GatewayPolicy(
        settings.perConnection(), settings.connections(), settings.perSecond(), Optional.empty());
  }

  @Override
  public List<Handover> send(List<OutboundMessage> messages) {
    List<Handover> results = new ArrayList<>(messages.size());
    SmtpConnection connection = null;
    for (OutboundMessage message : messages) {
      if (connection == null) {
        try {
          connection = connections.take();
        } catch (MessagingException e) {
          LOG.debug("No connection to {}", settings.host(), e);
          Handover failure = SmtpFailure.ofConnecting(e);
          results.addAll(Collections.nCopies(messages.size() - results.size(), failure));
          return results;
        }
      }
      Sent sent = send(connection, message);
      results.add(sent.result());
      if (!sent.connectionGood()) {
        connections.drop(connection);
        connection = null;
      }
    }
    if (connection != null) {
      connections.giveBack(connection);
    }
    return results;
  }

  private record Sent(Handover result, boolean connectionGood) {}

  private Sent send(SmtpConnection connection, OutboundMessage message) {
    try {
      connection.send(Letter.of(connections.session(), settings, message));
      return new Sent(ACCEPTED, true);
    } catch (Letter.Unsendable e) {
      return new Sent(new Handover.Refused(e.getMessage()), true);
    } catch (MessagingException e) {
      LOG.debug("{} was not accepted", message.effect().text(), e);
      return new Sent(SmtpFailure.ofSending(e, connection.dotSent()), false);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
