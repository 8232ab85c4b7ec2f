package io.sluice.engine.alert;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;

/**
 * A trouble that was seen.
 *
 * @param since when it was seen first
 * @param seenAt when it was seen last
 * @param endedAt since when it is over, or null while it lasts
 * @param acknowledgedAt when somebody took note of it, or null
 * @param toldAt when contacts were last told, or null
 */
record Alert(
    WorkspaceId workspace,
    long id,
    AlertKind kind,
    Long campaign,
    Long run,
    String node,
    String message,
    Instant since,
    Instant seenAt,
    Instant endedAt,
    Instant acknowledgedAt,
    Instant toldAt,
    int timesTold) {}
