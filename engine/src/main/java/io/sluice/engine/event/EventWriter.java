package io.sluice.engine.event;

import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.member.MemberErased;
import io.sluice.engine.member.MemberKeys;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds events, many at once, each once; forgets those of erased people. */
@Component
class EventWriter {
  private final Workspaces workspaces;
  private final MemberKeys keys;
  private final EventRows events;

  EventWriter(Workspaces workspaces, MemberKeys keys, EventRows events) {
    this.workspaces = workspaces;
    this.keys = keys;
    this.events = events;
  }

  /**
   * Writes rows in the caller's transaction. An event that is there already is left alone; one that
   * is there with other words, or whose member is unknown, is an error.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RowWriter.Result write(WorkspaceId workspace, List<EventSaid> rows) {
    workspaces.lock(workspace);
    Map<String, MemberEvent> known =
        events.byKey(workspace, rows.stream().map(EventSaid::key).distinct().toList());
    Map<String, Integer> members =
        keys.ids(workspace, rows.stream().map(EventSaid::member).distinct().toList());
    Map<String, MemberEvent> added = new LinkedHashMap<>();
    List<ImportError> errors = new ArrayList<>();
    int unchanged = 0;
    for (EventSaid said : rows) {
      Integer member = members.get(said.member());
      if (member == null) {
        errors.add(
            ImportError.of(
                said.row(),
                EventColumns.MEMBER,
                "There is no member '" + said.member() + "'; import the member first"));
        continue;
      }
      MemberEvent event = said.of(member);
      MemberEvent before = known.getOrDefault(said.key(), added.get(said.key()));
      if (before == null) {
        added.put(said.key(), event);
      } else if (before.equals(event)) {
        unchanged++;
      } else {
        errors.add(
            ImportError.of(
                said.row(),
                EventColumns.EVENT,
                "Event '"
                    + said.key()
                    + "' is there already and says something else; what happened does not change:"
                    + " give a new event a key of its own"));
      }
    }
    if (!added.isEmpty()) {
      events.insert(workspace, added.values(), workspaces.takeEventIds(workspace, added.size()));
      workspaces.dataChanged(workspace);
    }
    return new RowWriter.Result(added.size(), 0, unchanged, errors);
  }

  @EventListener
  void forget(MemberErased erased) {
    events.erase(erased.workspace(), erased.member());
  }
}
