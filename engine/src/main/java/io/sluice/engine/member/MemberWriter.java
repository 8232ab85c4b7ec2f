package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes members, many at once. What is as it was said to be is left alone. */
@Component
class MemberWriter {
  private final Workspaces workspaces;
  private final MemberRows members;
  private final AttributeRows attributes;
  private final ConsentRows consents;

  MemberWriter(
      Workspaces workspaces, MemberRows members, AttributeRows attributes, ConsentRows consents) {
    this.workspaces = workspaces;
    this.members = members;
    this.attributes = attributes;
    this.consents = consents;
  }

  /** What became of a change. */
  enum Outcome {
    UNCHANGED,
    UPDATED,
    CREATED
  }

  /**
   * Writes changes in the caller's transaction; no two may be of the same member.
   *
   * @param now when a new member is registered, and a consent given, of which nothing else is said
   * @return an outcome per change, in the same order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome> write(WorkspaceId workspace, List<MemberChange> changes, Instant now) {
    workspaces.lock(workspace);
    Map<String, MemberRow> known =
        members.byKey(workspace, changes.stream().map(MemberChange::key).toList());
    Outcome[] outcomes = new Outcome[changes.size()];
    Arrays.fill(outcomes, Outcome.UNCHANGED);
    int[] ids = writeProfiles(workspace, changes, known, now, outcomes);
    Set<Integer> knownIds = known.values().stream().map(MemberRow::id).collect(Collectors.toSet());
    writeAttributes(workspace, changes, ids, knownIds, outcomes);
    writeConsents(workspace, changes, ids, knownIds, now, outcomes);
    if (Arrays.stream(outcomes).anyMatch(outcome -> outcome != Outcome.UNCHANGED)) {
      workspaces.dataChanged(workspace);
    }
    return Arrays.asList(outcomes);
  }

  private int[] writeProfiles(
      WorkspaceId workspace,
      List<MemberChange> changes,
      Map<String, MemberRow> known,
      Instant now,
      Outcome[] outcomes) {
    List<MemberRow> updated = new ArrayList<>();
    List<MemberRow> created = new ArrayList<>();
    int[] ids = new int[changes.size()];
    int count = changes.size() - known.size();
    int nextId = count == 0 ? 0 : workspaces.takeMemberIds(workspace, count);
    for (int i = 0; i < ids.length; i++) {
      MemberChange change = changes.get(i);
      MemberRow row = known.get(change.key());
      if (row == null) {
        ids[i] = nextId++;
        created.add(newMember(ids[i], change, now));
        outcomes[i] = Outcome.CREATED;
      } else {
        ids[i] = row.id();
        Map<ProfileField, Object> after = row.profileAfter(change);
        if (!after.equals(row.profile())) {
          boolean fromOrders =
              row.madeFromOrders() && !change.profile().containsKey(ProfileField.REGISTERED_AT);
          updated.add(new MemberRow(row.id(), row.key(), after, fromOrders));
          outcomes[i] = Outcome.UPDATED;
        }
      }
    }
    members.insert(workspace, created);
    members.update(workspace, updated);
    return ids;
  }

  private static MemberRow newMember(int id, MemberChange change, Instant now) {
    Map<ProfileField, Object> profile =
        new MemberRow(id, change.key(), Map.of(), false).profileAfter(change);
    profile.putIfAbsent(ProfileField.STATUS, "active");
    profile.putIfAbsent(ProfileField.REGISTERED_AT, now);
    return new MemberRow(id, change.key(), profile, false);
  }

  private void writeAttributes(
      WorkspaceId workspace,
      List<MemberChange> changes,
      int[] ids,
      Set<Integer> knownIds,
      Outcome[] outcomes) {
    Map<Attribute, Map<Integer, Object>> before = new HashMap<>();
    List<AttributeRows.Value> changed = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      for (Map.Entry<Attribute, Object> said : changes.get(i).attributes().entrySet()) {
        Map<Integer, Object> values =
            before.computeIfAbsent(
                said.getKey(), attribute -> attributes.read(workspace, attribute, knownIds));
        Object value = values.get(ids[i]);
        if (!Objects.equals(value, said.getValue())) {
          changed.add(
              new AttributeRows.Value(ids[i], said.getKey(), said.getValue(), value != null));
          raise(outcomes, i);
        }
      }
    }
    attributes.write(workspace, changed);
  }

  private void writeConsents(
      WorkspaceId workspace,
      List<MemberChange> changes,
      int[] ids,
      Set<Integer> knownIds,
      Instant now,
      Outcome[] outcomes) {
    Map<Integer, List<ConsentRows.Kept>> before =
        changes.stream().allMatch(change -> change.consents().isEmpty())
            ? Map.of()
            : consents.read(workspace, knownIds);
    List<ConsentRows.Kept> added = new ArrayList<>();
    Set<Integer> again = new HashSet<>();
    for (int i = 0; i < ids.length; i++) {
      List<ConsentRows.Kept> known = before.getOrDefault(ids[i], List.of());
      for (ConsentChange said : changes.get(i).consents()) {
        if (isNews(said, known)) {
          ConsentChange dated = said.at() == null ? said.at(now) : said;
          added.add(new ConsentRows.Kept(ids[i], dated, false));
          raise(outcomes, i);
        }
      }
      if (!known.isEmpty() || hasOneChannelTwice(changes.get(i).consents())) {
        again.add(ids[i]);
      }
    }
    if (!added.isEmpty()) {
      consents.append(workspace, added, again);
    }
  }

  private static boolean hasOneChannelTwice(List<ConsentChange> consents) {
    return consents.stream().map(ConsentChange::channel).distinct().count() < consents.size();
  }

  /** With an instant it is news if it is not written yet; without, if it is not so by now. */
  private static boolean isNews(ConsentChange said, List<ConsentRows.Kept> before) {
    return before.stream()
        .filter(kept -> said.at() != null || !kept.superseded())
        .map(ConsentRows.Kept::consent)
        .noneMatch(kept -> said.equals(said.at() == null ? kept.at(null) : kept));
  }

  private static void raise(Outcome[] outcomes, int i) {
    outcomes[i] = outcomes[i] == Outcome.CREATED ? Outcome.CREATED : Outcome.UPDATED;
  }
}
