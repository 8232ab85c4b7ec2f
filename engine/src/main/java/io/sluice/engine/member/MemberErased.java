package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;

/**
 * A member or a guest is being erased; whoever keeps anything of the person deletes it in the same
 * transaction.
 *
 * @param member the number of the person, which stays
 * @param addresses the phone number and e-mail address the person had
 */
public record MemberErased(WorkspaceId workspace, int member, List<String> addresses) {
  /** Copies the list. */
  public MemberErased {
    addresses = List.copyOf(addresses);
  }
}
