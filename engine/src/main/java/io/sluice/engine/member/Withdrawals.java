package io.sluice.engine.member;

import io.sluice.node.Audience;

/**
 * Who withdrew since a point in the log of consents.
 *
 * @param members who withdrew since, and did not agree again
 * @param lastId the point up to which this is told; ask from it the next time
 */
public record Withdrawals(Audience members, long lastId) {}
