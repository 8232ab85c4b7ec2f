package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The members behind orders; those who are not known can be made from their orders. */
@Component
public class OrderingMembers {
  private final DSLContext db;
  private final Workspaces workspaces;
  private final MemberRows rows;

  OrderingMembers(DSLContext db, Workspaces workspaces, MemberRows rows) {
    this.db = db;
    this.workspaces = workspaces;
    this.rows = rows;
  }

  /** The ids of the members of those keys, as far as they are known. */
  public Map<String, Integer> ids(WorkspaceId workspace, Collection<String> keys) {
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    return db.select(KEY, ID)
        .from(wanted.table())
        .join(MEMBER)
        .on(WORKSPACE.eq(workspace.value()), KEY.eq(wanted.value()))
        .fetchMap(KEY, ID);
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
