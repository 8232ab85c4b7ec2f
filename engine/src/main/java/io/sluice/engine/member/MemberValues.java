package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.ID;
import static io.sluice.engine.member.MemberTables.MEMBER;
import static io.sluice.engine.member.MemberTables.WORKSPACE;

import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads and writes one value of many members: an attribute, or the level where none is given. */
@Repository
class MemberValues {
  private static final Field<Integer> LEVEL = DSL.field(DSL.name("member", "level"), Integer.class);

  private final DSLContext db;
  private final AttributeRows attributes;

  MemberValues(DSLContext db, AttributeRows attributes) {
    this.db = db;
    this.attributes = attributes;
  }

  /** The values by member; who has none is not among them. */
  Map<Integer, Object> read(
      WorkspaceId workspace, Optional<Attribute> attribute, Collection<Integer> members) {
    if (attribute.isPresent()) {
      return attributes.read(workspace, attribute.get(), members);
    }
    ValueTable<Integer> wanted = ValueTable.ofIntegers(members);
    Map<Integer, Object> levels = new HashMap<>();
    db.select(ID, LEVEL)
        .from(wanted.table())
        .join(MEMBER)
        .on(WORKSPACE.eq(workspace.value()), ID.eq(wanted.value()))
        .where(LEVEL.isNotNull())
        .forEach(row -> levels.put(row.value1(), row.value2()));
    return levels;
  }

  /** Puts values in place of those that are there; null takes them away. */
  void write(
      WorkspaceId workspace,
      Optional<Attribute> attribute,
      Map<Integer, Object> before,
      Map<Integer, Object> after) {
    if (attribute.isPresent()) {
      List<AttributeRows.Value> changed = new ArrayList<>();
      after.forEach(
          (member, value) ->
              changed.add(
                  new AttributeRows.Value(
                      member, attribute.get(), value, before.containsKey(member))));
      attributes.write(workspace, changed);
      return;
    }
    Map<Integer, List<Integer>> byLevel = new HashMap<>();
    List<Integer> none = new ArrayList<>();
    after.forEach(
        (member, level) ->
            (level == null
                    ? none
                    : byLevel.computeIfAbsent((Integer) level, l -> new ArrayList<>()))
                .add(member));
    byLevel.forEach((level, members) -> setLevel(workspace, members, level));
    setLevel(workspace, none, null);
  }

  private void setLevel(WorkspaceId workspace, List<Integer> members, Integer level) {
    if (!members.isEmpty()) {
      ValueTable<Integer> whose = ValueTable.ofIntegers(members);
      db.update(MEMBER)
          .set(LEVEL, level)
          .where(
              WORKSPACE.eq(workspace.value()),
              ID.in(DSL.select(Objects.requireNonNull(whose.value())).from(whose.table())))
          .execute();
    }
  }
}
