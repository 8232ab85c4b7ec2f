package io.sluice.engine.workspace;

import java.time.ZoneId;

/** One brand's view: members, segments, campaigns belong to exactly one. */
public record Workspace(WorkspaceId id, String key, String name, ZoneId zone) {}
