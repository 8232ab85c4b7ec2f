package io.sluice.engine.delivery.gateway.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sluice.engine.delivery.EffectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message in the inbox, as the person would have got it.
 *
 * @param id its number; later ones are higher
 * @param member the key of the member; missing for a test and for somebody who is erased
 * @param content its parts by name
 * @param links the web addresses in it, in order
 * @param test whether it was sent to try a gateway
 */
record SandboxMessage(
    long id,
    Instant at,
    String gateway,
    String channel,
    boolean test,
    long run,
    String node,
    String member,
    String address,
    int units,
    Map<String, String> content,
    List<String> links,
    @JsonIgnore EffectKey effect) {}
