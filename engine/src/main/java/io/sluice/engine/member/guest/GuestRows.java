package io.sluice.engine.member.guest;

import static io.sluice.engine.member.guest.GuestTables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import io.sluice.engine.member.AddressHashes;
import io.sluice.engine.member.AddressKey;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Whose addresses are: members first, then guests. In the caller's transaction. */
@Repository
class GuestRows {
  private final DSLContext db;
  private final BulkInsert bulk;
  private final AddressHashes hashes;

  GuestRows(DSLContext db, BulkInsert bulk, AddressHashes hashes) {
    this.db = db;
    this.bulk = bulk;
    this.hashes = hashes;
  }

  /** The members of some address keys; of several with one address the first active one. */
  Map<String, Integer> members(WorkspaceId workspace, ListKind kind, Collection<String> keys) {
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    Map<String, Integer> members = new HashMap<>();
    db.select(kind.memberKey(), MemberTables.ID)
        .from(wanted.table())
        .join(MemberTables.MEMBER)
        .on(MemberTables.WORKSPACE.eq(workspace.value()), kind.memberKey().eq(wanted.value()))
        .where(MemberTables.ERASED_AT.isNull())
        .orderBy(
            when(field(name("member", "status"), String.class).eq("active"), inline(0))
                .otherwise(inline(1)),
            MemberTables.ID)
        .forEach(row -> members.putIfAbsent(row.value1(), row.value2()));
    return members;
  }

  /** The guests of some address keys. */
  Map<String, Integer> guests(WorkspaceId workspace, Collection<String> keys) {
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    return db.select(ADDRESS_KEY, ID)
        .from(wanted.table())
        .join(GUEST)
        .on(WORKSPACE.eq(workspace.value()), ADDRESS_KEY.eq(wanted.value()))
        .fetchMap(ADDRESS_KEY, ID);
  }

  /** Makes guests out of addresses, with ids from the first on. */
  void insert(
      WorkspaceId workspace, ListKind kind, int firstId, List<String> addresses, Instant at) {
    List<Object[]> rows = new ArrayList<>(addresses.size());
    int id = firstId;
    for (String address : addresses) {
      rows.add(
          new Object[] {
            workspace.value(),
            id++,
            kind.channel(),
            address,
            AddressKey.of(address),
            hashes.of(workspace, address),
            at
          });
    }
    bulk.insert(
        GUEST, List.of(WORKSPACE, ID, CHANNEL, ADDRESS, ADDRESS_KEY, HASH, IMPORTED_AT), rows);
  }

  /** A guest as it stands. */
  record Known(int id, ListKind kind, String address, Instant importedAt) {}

  Optional<Known> find(WorkspaceId workspace, int id) {
    return db.select(CHANNEL, ADDRESS, IMPORTED_AT)
        .from(GUEST)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(id), ERASED_AT.isNull())
        .fetchOptional(row -> new Known(id, ListKind.of(row.value1()), row.value2(), row.value3()));
  }

  /** Leaves nothing of a guest but the number. */
  void erase(WorkspaceId workspace, int id, Instant at) {
    db.update(GUEST)
        .setNull(ADDRESS)
        .setNull(ADDRESS_KEY)
        .setNull(HASH)
        .set(ERASED_AT, at)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(id))
        .execute();
  }
}
