package io.sluice.engine.delivery.gate;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Finds members who have a phone number or e-mail address in common. */
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

  /** The members who share an address, as the caller's transaction sees them. */
  Groups of(WorkspaceId workspace, ProfileField address) {
    return cache.get(new Key(workspace, workspaces.dataVersion(workspace), address), this::read);
  }

  private Groups read(Key key) {
    Field<String> address = address(key.address);
    Condition known =
        MemberTables.WORKSPACE
            .eq(key.workspace.value())
            .and(address.isNotNull())
            .and(MemberTables.ERASED_AT.isNull());
    // As a join, H2 would look the addresses up anew for every single member.
    Select<Record1<String>> shared =
        select(address)
            .from(MemberTables.MEMBER)
            .where(known)
            .groupBy(address)
            .having(count().gt(inline(1)));
    List<int[]> groups = new ArrayList<>();
    String last = null;
    List<Integer> group = new ArrayList<>();
    for (Record2<String, Integer> row :
        db.select(address, MemberTables.ID)
            .from(MemberTables.MEMBER)
            .where(known, address.in(shared))
            .orderBy(address, MemberTables.ID)
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

  private static void add(List<int[]> groups, List<Integer> group) {
    if (!group.isEmpty()) {
      groups.add(group.stream().mapToInt(Integer::intValue).toArray());
      group.clear();
    }
  }

  /** E-mail addresses that differ in case only are one in practice. */
  private static Field<String> address(ProfileField profile) {
    Field<String> column = MemberTables.column(profile).coerce(String.class);
    return profile == ProfileField.EMAIL ? lower(column) : column;
  }

  /** Members by address, ascending within each; addresses of a single member are left out. */
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
