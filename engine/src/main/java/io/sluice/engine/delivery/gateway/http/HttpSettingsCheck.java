package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.delivery.gateway.Secrets;
import io.sluice.engine.delivery.gateway.SettingsCheck;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says all that is wrong with the settings of an HTTP gateway. */
final class HttpSettingsCheck {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Set<String> OURS =
      Set.of("content-length", "content-type", "transfer-encoding", "connection", "host");
  private static final int HEADER_LENGTH = 2_000;
  private static final int MOST = 1_000;

  private final Secrets secrets;
  private final OutboundGuard guard;
  private final SettingsCheck check = new SettingsCheck();

  HttpSettingsCheck(Secrets secrets, OutboundGuard guard) {
    this.secrets = secrets;
    this.guard = guard;
  }

  List<Problem.Part> problems(String channel, HttpSettings settings) {
    target(channel, settings);
    settings.headers().forEach(this::header);
    settings.secretHeaders().forEach(this::secretHeader);
    if (settings.idempotencyHeader() != null) {
      check.refuse("/idempotencyHeader", wrongWithHeader(settings.idempotencyHeader()));
    }
    if (settings.signature() != null) {
      signature(settings.signature());
    }
    templates(channel, settings);
    answer(settings);
    limits(settings);
    return check.problems();
  }

  private void target(String channel, HttpSettings settings) {
    if (settings.url() != null) {
      check.refuse(
          "/url",
          HttpTarget.wrongWith(settings.url()).or(() -> HttpTarget.closed(settings.url(), guard)));
    } else {
      check.demand(
          channel.equals("webhook"), "/url", "is missing; say where messages are posted to");
    }
  }

  private void header(String name, String value) {
    String field = "/headers/" + name;
    check.refuse(field, wrongWithHeader(name));
    check.refuse(
        field,
        value == null
            ? Optional.of("has no value; give one")
            : InputText.wrongWith(value, HEADER_LENGTH));
  }

  private void secretHeader(String name, String secret) {
    check.refuse("/secretHeaders/" + name, wrongWithHeader(name));
    check.refuse("/secretHeaders/" + name, secrets.wrongWith(String.valueOf(secret)));
  }

  private static Optional<String> wrongWithHeader(String name) {
    return HEADER.matcher(name).matches() && !OURS.contains(name.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("must be the name of a header that is not set anyway");
  }

  private void signature(HttpSettings.Signature signature) {
    check.refuse("/signature/secret", secrets.wrongWith(String.valueOf(signature.secret())));
    check.refuse("/signature/header", wrongWithHeader(signature.header()));
    check.refuse("/signature/timestampHeader", wrongWithHeader(signature.timestampHeader()));
  }

  private void templates(String channel, HttpSettings settings) {
    List<String> inBody = placeholders(settings.body());
    List<String> inItem = placeholders(settings.item());
    if (settings.isBatch()) {
      check.demand(settings.url() != null, "/url", "is missing; a batch needs one address for all");
      check.demand(
          settings.body() != null && JsonTemplate.holdsMessages(settings.body()),
          "/body",
          "must hold the text {{ messages }} once, in whose place the list comes, and no other placeholder");
      check.refuse("/item", JsonTemplate.wrongWith(inItem));
    } else {
      check.demand(
          settings.body() != null || channel.equals("webhook"),
          "/body",
          "is missing; give the JSON of a request, with placeholders such as {{ address }}");
      check.refuse("/body", JsonTemplate.wrongWith(inBody));
      check.demand(
          settings.callSize() == 1, "/callSize", "must be 1, or give 'item' for several at once");
    }
    if (settings.deduplicates() != null) {
      List<String> known = settings.isBatch() ? inItem : inBody;
      check.demand(
          known.contains("key") || (!settings.isBatch() && settings.idempotencyHeader() != null),
          "/deduplicates",
          settings.isBatch()
              ? "needs {{ key }} in 'item', by which the gateway recognises a message"
              : "needs 'idempotencyHeader', or {{ key }} in 'body', by which the gateway recognises a message");
    }
  }

  private static List<String> placeholders(JsonNode template) {
    return template == null ? new ArrayList<>() : JsonTemplate.placeholders(template);
  }

  private void answer(HttpSettings settings) {
    HttpSettings.Answer answer = settings.answer();
    pointer("/answer/accepted", answer.accepted());
    pointer("/answer/reference", answer.reference());
    pointer("/answer/reason", answer.reason());
    pointer("/answer/items", answer.items());
    pointer("/answer/itemKey", answer.itemKey());
    check.demand(
        answer.items() == null || settings.isBatch(),
        "/answer/items",
        "is of batches only; give 'item', or leave it out");
    check.demand(
        answer.itemKey() == null || placeholders(settings.item()).contains("key"),
        "/answer/itemKey",
        "needs {{ key }} in 'item', so that the gateway can give it back");
    check.demand(
        settings.safeStatuses().stream().allMatch(status -> status >= 500 && status <= 599),
        "/safeStatuses",
        "must be statuses from 500 to 599");
  }

  private void pointer(String field, String pointer) {
    boolean valid = true;
    try {
      JsonPointer.compile(pointer);
    } catch (IllegalArgumentException e) {
      valid = false;
    }
    check.demand(valid, field, "must be a JSON pointer such as /data/id");
  }

  private void limits(HttpSettings settings) {
    Duration shortest = Duration.ofMillis(50);
    check
        .within("/callSize", settings.callSize(), 1, MOST)
        .within("/concurrency", settings.concurrency(), 1, MOST)
        .rate("/perSecond", settings.perSecond())
        .within(
            "/deduplicates", settings.deduplicates(), Duration.ofSeconds(1), Duration.ofDays(30))
        .within("/receipts", settings.receipts(), Duration.ofSeconds(1), Duration.ofDays(30))
        .within("/connectTimeout", settings.connectTimeout(), shortest, Duration.ofMinutes(1))
        .within("/requestTimeout", settings.requestTimeout(), shortest, Duration.ofMinutes(5));
  }
}
