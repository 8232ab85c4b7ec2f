package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayPolicy;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Posts messages as JSON. */
final class HttpGateway implements Gateway {
  private final HttpSettings settings;
  private final HttpRequests requests;
  private final HttpSender sender;
  private final HttpAnswers answers;

  HttpGateway(
      HttpSettings settings, HttpRequests requests, HttpSender sender, HttpAnswers answers) {
    this.settings = settings;
    this.requests = requests;
    this.sender = sender;
    this.answers = answers;
  }

  @Override
  public GatewayPolicy policy() {
    return new GatewayPolicy(
        settings.callSize(),
        settings.concurrency(),
        settings.perSecond(),
        Optional.ofNullable(settings.deduplicates()),
        Optional.ofNullable(settings.receipts()));
  }

  @Override
  public List<Handover> send(List<OutboundMessage> messages) {
    try {
      HttpCall call = requests.of(messages);
      return HttpTarget.wrongWith(call.url()).isPresent()
          ? refuse(messages, "bad-address")
          : told(sender.post(call), messages);
    } catch (JsonProcessingException e) {
      return refuse(messages, "body-not-json");
    }
  }

  /** Where each message has a target of its own, a closed one is no trouble of the gateway's. */
  private List<Handover> told(HttpResult result, List<OutboundMessage> messages) {
    boolean closed =
        settings.url() == null
            && result instanceof HttpResult.NotSent notSent
            && notSent.reason().equals(HttpSender.NOT_ALLOWED);
    return closed ? refuse(messages, HttpSender.NOT_ALLOWED) : answers.read(result, messages);
  }

  private static List<Handover> refuse(List<OutboundMessage> messages, String reason) {
    return Collections.nCopies(messages.size(), new Handover.Refused(reason));
  }

  @Override
  public void close() {
    sender.close();
  }
}
