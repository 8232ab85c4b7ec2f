package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Members who are made from their orders. */
@Component
public class OrderingMembers {
  private final Workspaces workspaces;
  private final MemberRows rows;

  OrderingMembers(Workspaces workspaces, MemberRows rows) {
    this.workspaces = workspaces;
    this.rows = rows;
  }

  /**
   * Makes members, each registered at the instant of the first order, in a transaction that holds
   * {@link Workspaces#lock}.
   *
   * @return their ids by key
   */
  public Map<String, Integer> make(WorkspaceId workspace, Map<String, Instant> firstOrders) {
    if (firstOrders.isEmpty()) {
      return Map.of();
    }
    int id = workspaces.takeMemberIds(workspace, firstOrders.size());
    Map<String, Integer> ids = new HashMap<>();
    List<MemberRow> made = new ArrayList<>();
    for (Map.Entry<String, Instant> member : firstOrders.entrySet()) {
      Map<ProfileField, Object> profile = new EnumMap<>(ProfileField.class);
      profile.put(ProfileField.STATUS, "active");
      profile.put(ProfileField.REGISTERED_AT, member.getValue());
      made.add(new MemberRow(id, member.getKey(), profile, true));
      ids.put(member.getKey(), id++);
    }
    rows.insert(workspace, made);
    return ids;
  }

  /** Notes orders, some of which may be earlier than the first one a member was made from. */
  public void noteOrders(WorkspaceId workspace, Map<Integer, Instant> firstOrders) {
    List<MemberRow> earlier =
        rows.byId(workspace, firstOrders.keySet()).values().stream()
            .filter(MemberRow::madeFromOrders)
            .filter(row -> firstOrders.get(row.id()).isBefore(registeredAt(row)))
            .map(row -> registered(row, firstOrders.get(row.id())))
            .toList();
    rows.update(workspace, earlier);
  }

  private static Instant registeredAt(MemberRow row) {
    return (Instant) row.profile().get(ProfileField.REGISTERED_AT);
  }

  private static MemberRow registered(MemberRow row, Instant at) {
    row.profile().put(ProfileField.REGISTERED_AT, at);
    return row;
  }
}
