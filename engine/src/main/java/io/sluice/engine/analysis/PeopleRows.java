package io.sluice.engine.analysis;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.member.ProfileField;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Names of people. */
@Repository
class PeopleRows {
  private static final Field<?> NAME = column(ProfileField.NAME);
  private static final Field<?> PHONE = column(ProfileField.PHONE);

  private final DSLContext db;

  PeopleRows(DSLContext db) {
    this.db = db;
  }

  /** A person; key and phone are masked, and null where the person was erased or has none. */
  record Named(int id, String member, String name, String phone) {}

  /** The people of these ids, by id; guests have no row. */
  Map<Integer, Named> of(WorkspaceId workspace, List<Integer> ids) {
    Map<Integer, Named> found = new TreeMap<>();
    db.select(ID, KEY, NAME, PHONE)
        .from(MEMBER)
        .where(WORKSPACE.eq(workspace.value()), ID.in(ids))
        .forEach(
            row ->
                found.put(
                    row.get(ID),
                    new Named(
                        row.get(ID),
                        Mask.of(row.get(KEY)),
                        (String) row.get(NAME),
                        Mask.of((String) row.get(PHONE)))));
    return found;
  }
}
