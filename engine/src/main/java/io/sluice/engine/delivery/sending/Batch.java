package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.DeliveryRef;
import java.time.Instant;

/**
 * A slice of a delivery.
 *
 * @param delivery the delivery it is of
 * @param number counted from 1 in the delivery
 * @param variant which variant of the message, counted from 0
 * @param due when it may go out
 * @param hash its people
 * @param upTo members up to this one may be going out; -1 for none
 * @param authorizedAt when that was committed first; null where nobody is in doubt
 * @param attempt how often it was claimed
 */
record Batch(
    DeliveryRef delivery,
    int number,
    String channel,
    String gateway,
    int variant,
    Instant due,
    String hash,
    int upTo,
    Instant authorizedAt,
    int attempt) {
  Batch claimedOnceMore() {
    return new Batch(
        delivery, number, channel, gateway, variant, due, hash, upTo, authorizedAt, attempt + 1);
  }
}
