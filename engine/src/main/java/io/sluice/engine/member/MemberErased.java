package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * A member is being erased; whoever keeps anything of the person deletes it in the same
 * transaction.
 */
public record MemberErased(WorkspaceId workspace, int member) {}
