package io.sluice.engine.alert;

import io.sluice.engine.workspace.WorkspaceId;

/**
 * What one contact is to be told of an alert.
 *
 * @param tries how often that was tried
 */
record Notice(WorkspaceId workspace, long id, long alert, Contact contact, int tries) {}
