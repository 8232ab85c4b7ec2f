package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.receipt.ReceiptRows.Source;
import io.sluice.engine.delivery.receipt.ReceiptRows.Waiting;
import io.sluice.engine.member.Addresses;
import io.sluice.engine.member.guest.Guests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out which message a receipt is about. */
@Component
class MessageFinder {
  /** Whoever answers later than that answers something else. */
  private static final Duration ANSWERS = Duration.ofDays(30);

  private final MessageNames names;
  private final Addresses addresses;
  private final Guests guests;

  MessageFinder(MessageNames names, Addresses addresses, Guests guests) {
    this.names = names;
    this.addresses = addresses;
    this.guests = guests;
  }

  /** A receipt and its message. */
  record Found(Waiting waiting, EffectKey effect) {}

  /**
   * The messages by our key, by the gateway's own name, or, of a reply that has neither, the last
   * one to its sender. Messages of other workspaces are none of the gateway's.
   */
  List<Found> find(Source source, List<Waiting> waiting, Instant now) {
    Map<String, EffectKey> byReference =
        names.references(
            source.workspace(),
            source.gateway(),
            waiting.stream().flatMap(one -> one.receipt().reference().stream()).toList());
    List<Found> found = new ArrayList<>();
    for (Waiting one : waiting) {
      named(one.receipt(), byReference)
          .or(() -> answered(source, one.receipt(), now))
          .filter(effect -> effect.workspace().equals(source.workspace()))
          .ifPresent(effect -> found.add(new Found(one, effect)));
    }
    return found;
  }

  private static Optional<EffectKey> named(Receipt receipt, Map<String, EffectKey> byReference) {
    return receipt.effect().or(() -> receipt.reference().map(byReference::get));
  }

  private Optional<EffectKey> answered(Source source, Receipt receipt, Instant now) {
    if (receipt.kind() != Receipt.Kind.REPLIED || receipt.address().isEmpty()) {
      return Optional.empty();
    }
    String address = receipt.address().get();
    return names.lastTo(
        source.workspace(),
        source.gateway(),
        addresses
            .members(source.workspace(), address)
            .union(guests.withAddress(source.workspace(), address)),
        Addresses.spellings(address),
        now.minus(ANSWERS));
  }
}
