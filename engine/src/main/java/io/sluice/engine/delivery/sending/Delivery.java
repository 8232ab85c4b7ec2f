package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.node.Message;
import java.util.List;

/**
 * A cohort at a message node.
 *
 * @param ref names it
 * @param entry the cohort in which its people entered the run
 * @param campaign the campaign, whose budget pays
 * @param dataVersion of the data as its gates saw them; while it stays, they need no second look,
 *     and those of a run that plays in the past never do
 * @param message what is sent
 * @param lists the imported lists by which its people may have come
 */
public record Delivery(
    DeliveryRef ref,
    long entry,
    long campaign,
    long dataVersion,
    Message message,
    List<String> lists) {
  /** The version of the data of a run that plays in the past. */
  public static final long OF_THE_PAST = Long.MIN_VALUE;
}
