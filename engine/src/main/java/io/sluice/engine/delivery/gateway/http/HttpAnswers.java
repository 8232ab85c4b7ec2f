package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads from an answer what became of the messages of its request. */
final class HttpAnswers {
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERROR = 500;
  private static final int LONGEST_REFERENCE = 200;
  private static final int LONGEST_REASON = 64;

  /** The gateway is at fault or busy, or does not know us: no message would have been taken. */
  private static final Set<Integer> NOT_TAKEN = Set.of(401, 403, 407, 425, 429, 503);

  private static final Handover UNREADABLE = new Handover.Unknown("unreadable-answer");

  private final HttpSettings settings;
  private final HttpSettings.Answer mapping;
  private final ObjectMapper json;

  HttpAnswers(HttpSettings settings, ObjectMapper json) {
    this.settings = settings;
    this.mapping = settings.answer();
    this.json = json;
  }

  List<Handover> read(HttpResult result, List<OutboundMessage> messages) {
    if (result instanceof HttpResult.NotSent notSent) {
      return all(messages, new Handover.NotTaken(notSent.reason()));
    }
    if (result instanceof HttpResult.NoAnswer noAnswer) {
      return all(messages, new Handover.Unknown(noAnswer.reason()));
    }
    HttpResult.Answered answered = (HttpResult.Answered) result;
    if (answered.status() < OK || answered.status() >= REDIRECT) {
      return all(messages, byStatus(answered.status()));
    }
    if (!mapping.isRead()) {
      return all(messages, new Handover.Accepted(Optional.empty()));
    }
    try {
      JsonNode body = json.readTree(answered.body());
      return mapping.items() == null
          ? all(messages, one(body))
          : items(body.at(mapping.items()), messages);
    } catch (IOException e) {
      return all(messages, UNREADABLE);
    }
  }

  private Handover byStatus(int status) {
    String reason = "http-" + status;
    if (NOT_TAKEN.contains(status) || settings.safeStatuses().contains(status)) {
      return new Handover.NotTaken(reason);
    }
    // Where requests have keys, a conflict says that the same one is still being worked on.
    boolean underWay = status == CONFLICT && settings.deduplicates() != null;
    boolean refused = status >= REDIRECT && status < SERVER_ERROR && !underWay;
    return refused ? new Handover.Refused(reason) : new Handover.Unknown(reason);
  }

  private List<Handover> items(JsonNode results, List<OutboundMessage> messages) {
    if (mapping.itemKey() == null) {
      return results.size() == messages.size()
          ? IntStream.range(0, results.size()).mapToObj(i -> one(results.get(i))).toList()
          : all(messages, new Handover.Unknown("results-missing"));
    }
    Map<String, JsonNode> byKey = new HashMap<>();
    results.forEach(each -> byKey.put(each.at(mapping.itemKey()).asText(), each));
    return messages.stream()
        .map(message -> byKey.get(message.effect().text()))
        .map(each -> each == null ? new Handover.Unknown("result-missing") : one(each))
        .toList();
  }

  private Handover one(JsonNode result) {
    String word = mapping.accepted() == null ? null : result.at(mapping.accepted()).asText();
    if (word == null || mapping.acceptedValues().contains(word)) {
      return new Handover.Accepted(reference(result));
    }
    String reason = reason(result).orElse("refused-by-gateway");
    return mapping.notTakenValues().contains(word)
        ? new Handover.NotTaken(reason)
        : new Handover.Refused(reason);
  }

  private Optional<String> reference(JsonNode result) {
    return text(result, mapping.reference()).filter(text -> text.length() <= LONGEST_REFERENCE);
  }

  /** The gateway's word for it in kebab case. */
  private Optional<String> reason(JsonNode result) {
    return text(result, mapping.reason())
        .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
        .map(text -> text.substring(0, Math.min(LONGEST_REASON, text.length())))
        .map(text -> text.replaceAll("^-|-$", ""))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> text(JsonNode result, String pointer) {
    return pointer == null
        ? Optional.empty()
        : Optional.of(result.at(pointer).asText()).filter(text -> !text.isBlank());
  }

  private static List<Handover> all(List<OutboundMessage> messages, Handover result) {
    return Collections.nCopies(messages.size(), result);
  }
}
