package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a gateway posts. */
final class CallbackDocument {
  private static final int MOST = 10_000;
  private static final int ID_LENGTH = 200;
  private static final int ADDRESS_LENGTH = 254;
  private static final Set<Receipt.Kind> BY_RECEIPT =
      Set.of(
          Receipt.Kind.ACCEPTED,
          Receipt.Kind.DELIVERED,
          Receipt.Kind.FAILED,
          Receipt.Kind.BOUNCED,
          Receipt.Kind.OPENED,
          Receipt.Kind.UNSUBSCRIBED);

  private CallbackDocument() {}

  /** The body of {@code /receipts}. */
  record Receipts(List<OneReceipt> receipts) {
    List<Receipt> read(Instant now) {
      List<Receipt> read = new ArrayList<>();
      for (int i = 0; i < size("/receipts", receipts); i++) {
        read.add(present("/receipts/" + i, receipts.get(i)).read("/receipts/" + i, now));
      }
      return read;
    }
  }

  /** The body of {@code /replies}. */
  record Replies(List<OneReply> replies) {
    List<Receipt> read(Instant now) {
      List<Receipt> read = new ArrayList<>();
      for (int i = 0; i < size("/replies", replies); i++) {
        read.add(present("/replies/" + i, replies.get(i)).read("/replies/" + i, now));
      }
      return read;
    }
  }

  /**
   * A receipt.
   *
   * @param id names it for ever
   * @param message our key of the message
   * @param reference the gateway's own name of the message; one of the two is needed
   * @param status accepted, delivered, failed, bounced, opened or unsubscribed
   * @param at when; now if it is missing
   * @param reason why it failed
   */
  record OneReceipt(
      String id, String message, String reference, String status, Instant at, String reason) {
    Receipt read(String place, Instant now) {
      if (message == null && reference == null) {
        throw Problem.badField(
            "no-message",
            place,
            "'" + place + "' names no message; send 'message', as we gave it, or 'reference'.");
      }
      Receipt.Kind kind =
          Receipt.Kind.of(String.valueOf(status))
              .filter(BY_RECEIPT::contains)
              .orElseThrow(
                  () ->
                      Problem.badField(
                          "unknown-status",
                          place + "/status",
                          "'status' must be accepted, delivered, failed, bounced, opened or"
                              + " unsubscribed."));
      return receipt(place, id, message, reference, kind, at, now, null, reason);
    }
  }

  /**
   * A person's reply.
   *
   * @param id names it for ever
   * @param from the number it came from
   * @param text its words
   * @param message our key of the message it answers, if known
   * @param reference the gateway's own name of that message, if known
   * @param at when; now if it is missing
   */
  record OneReply(
      String id, String from, String text, String message, String reference, Instant at) {
    Receipt read(String place, Instant now) {
      InputText.line(place + "/from", from, ADDRESS_LENGTH);
      if (text == null) {
        throw Problem.badField(
            "missing-field", place + "/text", "'text' is missing; send the words of the reply.");
      }
      return receipt(
          place, id, message, reference, Receipt.Kind.REPLIED, at, now, from.strip(), text);
    }
  }

  private static Receipt receipt(
      String place,
      String id,
      String message,
      String reference,
      Receipt.Kind kind,
      Instant at,
      Instant now,
      String address,
      String text) {
    return new Receipt(
        InputText.line(place + "/id", id, ID_LENGTH),
        Optional.ofNullable(message).map(key -> effect(place + "/message", key)),
        Optional.ofNullable(reference)
            .map(name -> InputText.line(place + "/reference", name, ID_LENGTH)),
        kind,
        at == null ? now : InputInstant.within(place + "/at", at).truncatedTo(ChronoUnit.MICROS),
        Optional.ofNullable(address),
        Optional.ofNullable(text).map(CallbackDocument::storable));
  }

  private static EffectKey effect(String place, String key) {
    try {
      return EffectKey.parse(key);
    } catch (IllegalArgumentException e) {
      throw Problem.badField(
          "not-our-key",
          place,
          "'" + place + "' is no key of ours; send it as it came with the message.");
    }
  }

  /** The words of people are kept whatever is in them, but for what no database holds. */
  private static String storable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
  }

  private static int size(String place, List<?> items) {
    if (items == null || items.size() > MOST) {
      throw Problem.badField(
          "bad-list", place, "'" + place + "' must be a list of at most " + MOST + ".");
    }
    return items.size();
  }

  private static <T> T present(String place, T item) {
    if (item == null) {
      throw Problem.badField("missing-field", place, "'" + place + "' is null; leave it out.");
    }
    return item;
  }
}
