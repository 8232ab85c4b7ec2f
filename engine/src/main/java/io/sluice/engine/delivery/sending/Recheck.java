package io.sluice.engine.delivery.sending;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.member.ProfileField;
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
  private final Clock clock;

  Recheck(DSLContext db, SetLog sets, Workspaces workspaces, Clock clock) {
    this.db = db;
    this.sets = sets;
    this.workspaces = workspaces;
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
    Audience blacklisted =
        sets.asOf(workspace, SetRef.MESSAGE_BLACKLIST, clock.instant()).intersect(people);
    put(held, "blacklisted", blacklisted);
    if (dataMoved) {
      put(held, "deregistered", people.minus(active(workspace, people)).minus(blacklisted));
      if (message.purpose() == Purpose.MARKETING) {
        Audience without = people.minus(agreeing(workspace, channel, people));
        put(held, "no-consent", without.minus(Audience.unionOf(held.values())));
      }
    }
    return held;
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
