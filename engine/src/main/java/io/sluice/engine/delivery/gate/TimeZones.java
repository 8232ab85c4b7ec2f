package io.sluice.engine.delivery.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.People;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Groups people by their time zone. */
@Component
public class TimeZones {
  private static final int KEPT = 50;

  private final DSLContext db;
  private final Workspaces workspaces;
  private final Cache<Key, List<String>> cache = Caffeine.newBuilder().maximumSize(KEPT).build();

  TimeZones(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  private record Key(WorkspaceId workspace, long dataVersion) {}

  /** The audience by zone; who has none, or none that is known, has that of the workspace. */
  public Map<ZoneId, Audience> of(Workspace workspace, Audience audience, People people) {
    Map<ZoneId, Audience> byZone = new HashMap<>();
    Audience left = audience;
    for (String name :
        cache.get(new Key(workspace.id(), workspaces.dataVersion(workspace.id())), this::read)) {
      Audience there =
          left.intersect(people.matching(Rules.profile(ProfileField.TIME_ZONE, "is", name)));
      if (!there.isEmpty()) {
        byZone.merge(zone(name, workspace.zone()), there, Audience::union);
        left = left.minus(there);
      }
    }
    if (!left.isEmpty()) {
      byZone.merge(workspace.zone(), left, Audience::union);
    }
    return byZone;
  }

  private static ZoneId zone(String name, ZoneId otherwise) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  private List<String> read(Key key) {
    Field<String> zone = MemberTables.column(ProfileField.TIME_ZONE).coerce(String.class);
    return db.selectDistinct(zone)
        .from(MemberTables.MEMBER)
        .where(MemberTables.WORKSPACE.eq(key.workspace.value()), zone.isNotNull())
        .orderBy(zone)
        .fetch(zone);
  }
}
