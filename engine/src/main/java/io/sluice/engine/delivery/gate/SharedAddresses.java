package io.sluice.engine.delivery.gate;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.member.guest.GuestTables;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Finds people, members and guests, who have a phone number or e-mail address in common. */
@Component
class SharedAddresses {
  private static final int KEPT = 50;

  private final DSLContext db;
  private final Workspaces workspaces;
  private final Cache<Key, Groups> cache = Caffeine.newBuilder().maximumSize(KEPT).build();

  SharedAddresses(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  private record Key(WorkspaceId workspace, long dataVersion, ProfileField address) {}

  /** The people who share an address, as the caller's transaction sees them. */
  Groups of(WorkspaceId workspace, ProfileField address) {
    return cache.get(new Key(workspace, workspaces.dataVersion(workspace), address), this::read);
  }

  private Groups read(Key key) {
    Table<?> held = held(key).asTable("held");
    Field<String> address = field(name("held", "address"), String.class);
    Field<Integer> person = field(name("held", "person"), Integer.class);
    Field<Integer> guest = field(name("held", "guest"), Integer.class);
    // As a join, H2 would look the addresses up anew for every single person.
    Select<Record1<String>> shared =
        select(address).from(held).groupBy(address).having(count().gt(inline(1)));
    List<int[]> groups = new ArrayList<>();
    String last = null;
    List<Integer> group = new ArrayList<>();
    for (Record2<String, Integer> row :
        db.select(address, person)
            .from(held)
            .where(address.in(shared))
            .orderBy(address, guest, person)
            .fetch()) {
      if (!row.value1().equals(last)) {
        add(groups, group);
        last = row.value1();
      }
      group.add(row.value2());
    }
    add(groups, group);
    return new Groups(groups);
  }

  /** Who has which address; members before guests. */
  private static Select<?> held(Key key) {
    Field<String> ofMembers =
        key.address == ProfileField.EMAIL ? MemberTables.EMAIL_KEY : MemberTables.PHONE_KEY;
    return select(ofMembers.as("address"), MemberTables.ID.as("person"), inline(0).as("guest"))
        .from(MemberTables.MEMBER)
        .where(
            MemberTables.WORKSPACE.eq(key.workspace.value()),
            ofMembers.isNotNull(),
            MemberTables.ERASED_AT.isNull())
        .unionAll(
            select(GuestTables.ADDRESS_KEY, GuestTables.ID, inline(1))
                .from(GuestTables.GUEST)
                .where(
                    GuestTables.WORKSPACE.eq(key.workspace.value()),
                    GuestTables.ADDRESS_KEY.isNotNull()));
  }

  private static void add(List<int[]> groups, List<Integer> group) {
    if (!group.isEmpty()) {
      groups.add(group.stream().mapToInt(Integer::intValue).toArray());
      group.clear();
    }
  }

  /** People by address, members first, then by number; addresses of a single one are left out. */
  record Groups(List<int[]> members) {
    /** Those of the people whose address somebody before them among the people has too. */
    Audience repeated(Audience people) {
      Audience.Builder repeated = Audience.builder();
      for (int[] group : members) {
        boolean first = true;
        for (int member : group) {
          if (people.contains(member)) {
            if (!first) {
              repeated.add(member);
            }
            first = false;
          }
        }
      }
      return repeated.build();
    }

    /** The people, and everybody who shares an address with one of them. */
    Audience with(Audience people) {
      Audience.Builder more = Audience.builder();
      for (int[] group : members) {
        boolean touched = false;
        for (int member : group) {
          touched |= people.contains(member);
        }
        if (touched) {
          for (int member : group) {
            more.add(member);
          }
        }
      }
      return people.union(more.build());
    }
  }
}
