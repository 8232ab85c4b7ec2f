package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.content.Route;
import io.sluice.node.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * A cohort at a message node.
 *
 * @param ref names it
 * @param entry the cohort in which its people entered the run
 * @param campaign the campaign, whose budget pays
 * @param dataVersion of the data as its gates saw them; while it stays, they need no second look
 * @param asOf as of when a run that plays in the past sees people; its gates need no second look
 * @param message what is sent
 * @param route what stands before the message, of which it can tell
 */
public record Delivery(
    DeliveryRef ref,
    long entry,
    long campaign,
    long dataVersion,
    Optional<Instant> asOf,
    Message message,
    Route route) {}
