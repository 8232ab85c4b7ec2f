package io.sluice.engine.member.guest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts people on lists: members whose address it is, and guests for all others. */
@Component
class ListWriter {
  private final Workspaces workspaces;
  private final ListRows lists;
  private final GuestRows guests;
  private final ObjectMapper json;

  ListWriter(Workspaces workspaces, ListRows lists, GuestRows guests, ObjectMapper json) {
    this.workspaces = workspaces;
    this.lists = lists;
    this.guests = guests;
    this.json = json;
  }

  /** What became of rows. */
  record Counts(int created, int updated, int unchanged) {}

  /** Writes rows in the caller's transaction; no two may have one address. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Counts write(WorkspaceId workspace, ImportedList list, List<ListEntry> entries) {
    workspaces.lock(workspace);
    boolean isNew = lists.find(workspace, list.key()).isEmpty();
    if (isNew) {
      lists.create(workspace, list);
    }
    Map<Integer, String> contents = contents(workspace, list, entries);
    Map<Integer, String> before = lists.contents(workspace, list.key(), contents.keySet());
    Map<Integer, String> created = new HashMap<>(contents);
    created.keySet().removeAll(before.keySet());
    Map<Integer, String> updated = new HashMap<>(contents);
    updated.entrySet().removeIf(row -> row.getValue().equals(before.get(row.getKey())));
    updated.keySet().removeAll(created.keySet());
    lists.insert(workspace, list.key(), created);
    lists.update(workspace, list.key(), updated);
    if (isNew || !created.isEmpty() || !updated.isEmpty()) {
      workspaces.dataChanged(workspace);
    }
    int changed = created.size() + updated.size();
    return new Counts(created.size(), updated.size(), contents.size() - changed);
  }

  /** What is to stand on the list, by person; makes guests of unknown addresses. */
  private Map<Integer, String> contents(
      WorkspaceId workspace, ImportedList list, List<ListEntry> entries) {
    List<String> keys = entries.stream().map(ListEntry::key).toList();
    Map<String, Integer> members = guests.members(workspace, list.kind(), keys);
    Map<String, Integer> people = guests.guests(workspace, keys);
    // Who has become a member since stands on the list as such.
    lists.delete(
        workspace,
        list.key(),
        members.keySet().stream().filter(people::containsKey).map(people::get).toList());
    people.putAll(members);
    people.putAll(newGuests(workspace, list, entries, people));
    Map<Integer, String> contents = new HashMap<>();
    entries.forEach(entry -> contents.put(people.get(entry.key()), write(entry.values())));
    return contents;
  }

  private Map<String, Integer> newGuests(
      WorkspaceId workspace,
      ImportedList list,
      List<ListEntry> entries,
      Map<String, Integer> known) {
    List<ListEntry> unknown =
        entries.stream().filter(entry -> !known.containsKey(entry.key())).toList();
    if (unknown.isEmpty()) {
      return Map.of();
    }
    int first = workspaces.takeMemberIds(workspace, unknown.size());
    List<String> addresses = new ArrayList<>();
    Map<String, Integer> made = new HashMap<>();
    for (ListEntry entry : unknown) {
      made.put(entry.key(), first + addresses.size());
      addresses.add(entry.address());
    }
    guests.insert(workspace, list.kind(), first, addresses, list.createdAt());
    return made;
  }

  private String write(Map<String, String> values) {
    try {
      return json.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
