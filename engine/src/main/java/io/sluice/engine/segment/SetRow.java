package io.sluice.engine.segment;

import io.sluice.engine.workspace.WorkspaceId;

/** A kept set as one snapshot of the database sees it. */
record SetRow(WorkspaceId workspace, int id, long lastSeq) {}
