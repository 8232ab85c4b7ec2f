package io.sluice.engine.workspace;

/** The number of a workspace, first part of the key of everything in it. */
public record WorkspaceId(int value) {}
