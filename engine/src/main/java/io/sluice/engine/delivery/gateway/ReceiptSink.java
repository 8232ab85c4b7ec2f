package io.sluice.engine.delivery.gateway;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;

/** Takes what gateways tell of messages later, in any order and any number of times. */
public interface ReceiptSink {
  /**
   * Stores the receipts in a transaction of its own, and matches them with their messages at once
   * where it can; a receipt may come before its message is in the ledger. Call it outside of
   * transactions.
   *
   * @param gateway the gateway's key in the workspace
   */
  void accept(WorkspaceId workspace, String gateway, List<Receipt> receipts);
}
