package io.sluice.engine.delivery.sending;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.member.ProfileField;
import io.sluice.engine.member.guest.Guests;
import io.sluice.engine.member.guest.Guests.Twin;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Message;
import io.sluice.node.Message.Purpose;
import io.sluice.node.SetRef;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * The gates that may close between planning and sending: who withdrew, was put on the blacklist,
 * deregistered or erased since. Asked in the transaction that commits the sending.
 */
@Component
class Recheck {
  private static final Field<String> STATUS = column(ProfileField.STATUS).coerce(String.class);

  private final DSLContext db;
  private final SetLog sets;
  private final Workspaces workspaces;
  private final Guests guests;
  private final Clock clock;

  Recheck(DSLContext db, SetLog sets, Workspaces workspaces, Guests guests, Clock clock) {
    this.db = db;
    this.sets = sets;
    this.workspaces = workspaces;
    this.guests = guests;
    this.clock = clock;
  }

  /** What the caller's transaction sees; members need no second look while it stays the same. */
  long version(WorkspaceId workspace) {
    return workspaces.dataVersion(workspace);
  }

  /** Those of the people who may not get the message any more, by reason. */
  Map<String, Audience> held(
      WorkspaceId workspace, Message message, String channel, Audience people, boolean dataMoved) {
    Map<String, Audience> held = new LinkedHashMap<>();
    Audience onBlacklist = sets.asOf(workspace, SetRef.MESSAGE_BLACKLIST, clock.instant());
    if (onBlacklist.isEmpty() && !dataMoved) {
      return held;
    }
    Audience there = guests.among(workspace, people);
    List<Twin> twins = there.isEmpty() ? List.of() : guests.twins(workspace, there);
    Audience all = people.union(members(twins));
    Audience blacklisted = withTwins(onBlacklist.intersect(all), twins).intersect(people);
    put(held, "blacklisted", blacklisted);
    if (dataMoved) {
      Audience gone = withTwins(all.minus(active(workspace, all)).minus(there), twins);
      put(held, "deregistered", gone.intersect(people).minus(blacklisted));
      if (message.purpose() == Purpose.MARKETING) {
        Audience agreeing =
            agreeing(workspace, channel, all)
                .union(there.minus(guests.optedOut(workspace, channel)));
        Audience without = withTwins(all.minus(agreeing), twins).intersect(people);
        put(held, "no-consent", without.minus(Audience.unionOf(held.values())));
      }
    }
    return held;
  }

  private static Audience members(List<Twin> twins) {
    return Audience.collect(twins.stream().mapToInt(Twin::member));
  }

  /** Some people, and the guests who have the address of one of them. */
  private static Audience withTwins(Audience some, List<Twin> twins) {
    return some.union(
        Audience.collect(
            twins.stream().filter(twin -> some.contains(twin.member())).mapToInt(Twin::guest)));
  }

  private static void put(Map<String, Audience> held, String reason, Audience people) {
    if (!people.isEmpty()) {
      held.put(reason, people);
    }
  }

  private Audience active(WorkspaceId workspace, Audience people) {
    ValueTable<Integer> wanted = wanted(people);
    return audience(
        db.select(ID)
            .from(wanted.table())
            .join(MEMBER)
            .on(WORKSPACE.eq(workspace.value()), ID.eq(wanted.value()))
            .where(ERASED_AT.isNull(), STATUS.ne("deregistered"))
            .fetchSet(ID));
  }

  private Audience agreeing(WorkspaceId workspace, String channel, Audience people) {
    ValueTable<Integer> wanted = wanted(people);
    return audience(
        db.select(CONSENT_MEMBER)
            .from(wanted.table())
            .join(CONSENT)
            .on(CONSENT_WORKSPACE.eq(workspace.value()), CONSENT_MEMBER.eq(wanted.value()))
            .where(CHANNEL.eq(channel), SUPERSEDED_AT.isNull(), GRANTED.isTrue())
            .fetchSet(CONSENT_MEMBER));
  }

  private static ValueTable<Integer> wanted(Audience people) {
    return ValueTable.ofIntegers(people.stream().boxed().collect(Collectors.toList()));
  }

  private static Audience audience(Set<Integer> members) {
    return Audience.collect(members.stream().mapToInt(Integer::intValue));
  }
}
