package io.sluice.engine.member;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads, writes and erases single members. */
@Service
class Members {
  private final Workspaces workspaces;
  private final MemberWriter writer;
  private final MemberRows rows;
  private final Attributes attributes;
  private final AttributeRows values;
  private final ConsentRows consents;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Members(
      Workspaces workspaces,
      MemberWriter writer,
      MemberRows rows,
      Attributes attributes,
      AttributeRows values,
      ConsentRows consents,
      Clock clock,
      ApplicationEventPublisher events) {
    this.workspaces = workspaces;
    this.writer = writer;
    this.rows = rows;
    this.attributes = attributes;
    this.values = values;
    this.consents = consents;
    this.clock = clock;
    this.events = events;
  }

  /**
   * All that is known of a member.
   *
   * @param attributes the values of custom attributes by their keys
   * @param consents all consents ever, the oldest first
   */
  record Known(MemberRow row, Map<String, Object> attributes, List<ConsentRows.Kept> consents) {}

  @Transactional(readOnly = true)
  Optional<Known> find(WorkspaceId workspace, String key) {
    return Optional.ofNullable(rows.byKey(workspace, List.of(key)).get(key))
        .map(row -> known(workspace, row));
  }

  private Known known(WorkspaceId workspace, MemberRow row) {
    Map<String, Object> custom = new LinkedHashMap<>();
    Set<Integer> id = Set.of(row.id());
    for (Attribute attribute : attributes.all(workspace)) {
      values
          .read(workspace, attribute, id)
          .values()
          .forEach(value -> custom.put(attribute.key(), value));
    }
    return new Known(row, custom, consents.read(workspace, id).getOrDefault(row.id(), List.of()));
  }

  /** Writes what is said about a member; says whether the member is new. */
  @Transactional
  boolean put(WorkspaceId workspace, MemberChange change) {
    return writer.write(workspace, List.of(change), clock.instant()).get(0)
        == MemberWriter.Outcome.CREATED;
  }

  /** Leaves nothing of a member but a number; says whether there was one. */
  @Transactional
  boolean erase(WorkspaceId workspace, String key) {
    workspaces.lock(workspace);
    MemberRow row = rows.byKey(workspace, List.of(key)).get(key);
    if (row == null) {
      return false;
    }
    rows.erase(workspace, row.id(), clock.instant());
    values.erase(workspace, row.id());
    consents.erase(workspace, row.id());
    events.publishEvent(new MemberErased(workspace, row.id(), addresses(row)));
    workspaces.dataChanged(workspace);
    return true;
  }

  private static List<String> addresses(MemberRow row) {
    return Stream.of(ProfileField.PHONE, ProfileField.EMAIL)
        .map(field -> (String) row.profile().get(field))
        .filter(Objects::nonNull)
        .toList();
  }
}
