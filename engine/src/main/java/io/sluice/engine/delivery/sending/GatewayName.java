package io.sluice.engine.delivery.sending;

import io.sluice.engine.workspace.WorkspaceId;
import org.jooq.Row2;
import org.jooq.impl.DSL;

/** Names a gateway of a workspace. */
record GatewayName(WorkspaceId workspace, String key) {
  static GatewayName of(Batch batch) {
    return new GatewayName(batch.delivery().workspace(), batch.gateway());
  }

  Row2<Integer, String> row() {
    return DSL.row(workspace.value(), key);
  }
}
