package io.sluice.engine.delivery.gateway;

import io.sluice.engine.delivery.EffectKey;
import java.util.Map;

/**
 * A message as one person gets it.
 *
 * @param effect names it for ever; goes out as the idempotency key and as our reference
 * @param address the phone number, e-mail address or web address
 * @param content its finished parts by name: {@code text} of an SMS (with signature and opt-out in
 *     it); {@code subject}, {@code html}, {@code text}, {@code sender}, {@code recipient} and
 *     {@code unsubscribe} (the address of the one-click page) of an e-mail; {@code body} of a web
 *     hook
 * @param units message parts
 */
public record OutboundMessage(
    EffectKey effect, String address, Map<String, String> content, int units) {}
