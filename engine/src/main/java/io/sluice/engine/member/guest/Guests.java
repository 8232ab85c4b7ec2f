package io.sluice.engine.member.guest;

import static io.sluice.engine.member.guest.GuestTables.*;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.member.AddressKey;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The guests of workspaces and what gates ask of them, as the caller's transaction sees them. Each
 * stands on a list, so each has the consent that was declared for it unless the address opted out.
 */
@Component
public class Guests {
  private static final int KEPT = 50;

  private final DSLContext db;
  private final Workspaces workspaces;
  private final Cache<Key, Audience> cache = Caffeine.newBuilder().maximumSize(KEPT).build();

  Guests(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  private record Key(WorkspaceId workspace, long dataVersion, String channel, boolean optedOut) {}

  /** The guests whose address is of a channel. */
  public Audience reachable(WorkspaceId workspace, String channel) {
    return cached(workspace, channel, false);
  }

  /** Those of {@link #reachable} whose address wants nothing more by the channel. */
  public Audience optedOut(WorkspaceId workspace, String channel) {
    return cached(workspace, channel, true);
  }

  private Audience cached(WorkspaceId workspace, String channel, boolean optedOut) {
    return cache.get(
        new Key(workspace, workspaces.dataVersion(workspace), channel, optedOut),
        key -> optedOut ? readOptedOut(workspace, channel) : readReachable(workspace, channel));
  }

  private Audience readReachable(WorkspaceId workspace, String channel) {
    return audience(
        db.select(ID)
            .from(GUEST)
            .where(WORKSPACE.eq(workspace.value()), CHANNEL.eq(channel), ERASED_AT.isNull())
            .fetch(ID));
  }

  private Audience readOptedOut(WorkspaceId workspace, String channel) {
    return audience(
        db.select(ID)
            .from(OPT_OUT)
            .join(GUEST)
            .on(WORKSPACE.eq(OUT_WORKSPACE), HASH.eq(OUT_HASH))
            .where(
                OUT_WORKSPACE.eq(workspace.value()),
                OUT_CHANNEL.eq(channel),
                CHANNEL.eq(channel),
                ERASED_AT.isNull())
            .fetch(ID));
  }

  private static Audience audience(List<Integer> ids) {
    return Audience.collect(ids.stream().mapToInt(Integer::intValue));
  }

  /** The guest with that phone number or e-mail address, however it is written. */
  public Audience withAddress(WorkspaceId workspace, String address) {
    return audience(
        db.select(ID)
            .from(GUEST)
            .where(WORKSPACE.eq(workspace.value()), ADDRESS_KEY.eq(AddressKey.of(address)))
            .fetch(ID));
  }

  /** Those of some people who are guests. */
  public Audience among(WorkspaceId workspace, Audience people) {
    return audience(List.copyOf(addresses(workspace, people).keySet()));
  }

  /** The addresses of those of the people who are guests. */
  public Map<Integer, String> addresses(WorkspaceId workspace, Audience people) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(people.stream().boxed().toList());
    return db.select(ID, ADDRESS)
        .from(wanted.table())
        .join(GUEST)
        .on(WORKSPACE.eq(workspace.value()), ID.eq(wanted.value()))
        .where(ERASED_AT.isNull())
        .fetchMap(ID, ADDRESS);
  }

  /** A guest, and a member who has the same address: who registered after the list came in. */
  public record Twin(int guest, int member) {}

  /** The guests among some people whose address members have. What holds those holds the guest. */
  public List<Twin> twins(WorkspaceId workspace, Audience people) {
    List<Twin> twins = new ArrayList<>();
    for (ListKind kind : ListKind.values()) {
      ValueTable<Integer> wanted = ValueTable.ofIntegers(people.stream().boxed().toList());
      db.select(ID, MemberTables.ID)
          .from(wanted.table())
          .join(GUEST)
          .on(WORKSPACE.eq(workspace.value()), ID.eq(wanted.value()), CHANNEL.eq(kind.channel()))
          .join(MemberTables.MEMBER)
          .on(MemberTables.WORKSPACE.eq(workspace.value()), kind.memberKey().eq(ADDRESS_KEY))
          .where(MemberTables.ERASED_AT.isNull())
          .forEach(row -> twins.add(new Twin(row.value1(), row.value2())));
    }
    return twins;
  }
}
