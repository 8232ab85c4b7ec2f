package io.sluice.engine.alert;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When alerts are raised and told again.
 *
 * @param repeat after how long contacts are told again while a trouble lasts
 * @param stalledAfter how long something may be due before a run counts as stalled
 * @param overAfter how long a trouble must not be seen, by any server, to be over
 */
@Component
record AlertSettings(
    @Value("${sluice.alerts.repeat:PT4H}") Duration repeat,
    @Value("${sluice.alerts.stalled-after:PT10M}") Duration stalledAfter,
    @Value("${sluice.alerts.over-after:PT5M}") Duration overAfter) {}
