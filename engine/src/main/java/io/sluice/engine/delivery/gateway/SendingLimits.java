package io.sluice.engine.delivery.gateway;

import java.time.Duration;

/**
 * How patient the engine is with gateways.
 *
 * @param tries how often a message is handed over at most, at least 1
 * @param firstPause the pause before the second try; each one after is three times as long
 * @param longest after how long no further call is begun; what is left then was not taken
 * @param brokenFor for how long a gateway that broke is left alone
 */
public record SendingLimits(int tries, Duration firstPause, Duration longest, Duration brokenFor) {}
