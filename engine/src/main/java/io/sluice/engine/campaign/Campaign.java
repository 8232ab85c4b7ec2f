package io.sluice.engine.campaign;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;

/**
 * A campaign of a workspace.
 *
 * @param latestVersion the newest version of its canvas, counted from 1
 * @param runs how many runs were started
 * @param review where its newest version stands before it runs
 * @param hidden whether it is left out of lists unless somebody asks for it
 */
public record Campaign(
    WorkspaceId workspace,
    long id,
    String key,
    String name,
    int latestVersion,
    int runs,
    Review review,
    boolean hidden,
    Instant createdAt,
    Instant changedAt) {}
