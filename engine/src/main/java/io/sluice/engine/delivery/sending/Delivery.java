package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.node.Message;

/**
 * A cohort at a message node.
 *
 * @param ref names it
 * @param entry the cohort in which its people entered the run
 * @param campaign the campaign, whose budget pays
 * @param dataVersion of the data as its gates saw them; while it stays, they need no second look
 * @param message what is sent
 */
public record Delivery(
    DeliveryRef ref, long entry, long campaign, long dataVersion, Message message) {}
