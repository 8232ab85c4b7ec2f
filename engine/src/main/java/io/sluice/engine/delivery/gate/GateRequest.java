package io.sluice.engine.delivery.gate;

import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import java.time.Instant;
import java.util.List;

/**
 * People who come to a message node.
 *
 * @param workspace the workspace
 * @param message what is to be sent
 * @param arrived who comes
 * @param instant the instant at which the gates are read
 * @param blacklisted who gets no messages, by what nodes before wrote too
 * @param reserved the messages that count for the frequency cap already
 */
public record GateRequest(
    Workspace workspace,
    Message message,
    Audience arrived,
    Instant instant,
    Audience blacklisted,
    List<Reservation> reserved) {}
