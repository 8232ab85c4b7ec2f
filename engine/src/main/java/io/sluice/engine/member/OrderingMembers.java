package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/** Members who are made from their orders. */
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
    ValueTable<Integer> wanted = ValueTable.ofIntegers(firstOrders.keySet());
    List<Query> moves =
        db
            .select(ID, REGISTERED_AT)
            .from(wanted.table())
            .join(MEMBER)
            .on(WORKSPACE.eq(workspace.value()), ID.eq(wanted.value()))
            .where(MADE_FROM_ORDERS)
            .stream()
            .filter(member -> firstOrders.get(member.value1()).isBefore(member.value2()))
            .<Query>map(
                member ->
                    db.update(MEMBER)
                        .set(REGISTERED_AT, firstOrders.get(member.value1()))
                        .where(WORKSPACE.eq(workspace.value()), ID.eq(member.value1())))
            .toList();
    if (!moves.isEmpty()) {
      db.batch(moves).execute();
    }
  }
}
