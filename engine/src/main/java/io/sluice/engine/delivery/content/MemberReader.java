package io.sluice.engine.delivery.content;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.ValueWrite;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Repository;

/** Reads addresses, and of people's data what a message names, in the caller's transaction. */
@Repository
class MemberReader {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** A range of ids is read whole if at least every fourth member in it is wanted. */
  private static final int SPARSE = 4;

  private final DSLContext db;
  private final AttributeReader attributes;
  private final GuestReader guests;
  private final RewardValues rewards;

  MemberReader(
      DSLContext db, AttributeReader attributes, GuestReader guests, RewardValues rewards) {
    this.db = db;
    this.attributes = attributes;
    this.guests = guests;
    this.rewards = rewards;
  }

  /**
   * The people of the batch who are there, in ascending order.
   *
   * @param route what stands before the message and can be named
   * @param given from where it is known what was given there
   */
  List<Person> read(
      Workspace workspace,
      Audience batch,
      Route route,
      Given given,
      Optional<ProfileField> address,
      Set<Placeholder> wanted) {
    if (batch.isEmpty()) {
      return List.of();
    }
    Map<Placeholder, Field<?>> columns = columns(wanted);
    List<Field<?>> fields = new ArrayList<>(List.of(ID));
    address.ifPresent(field -> fields.add(MemberTables.column(field)));
    columns.values().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    // Rows are read by position: looking up fields would cost more than the row itself.
    Map<Placeholder, Integer> positions = new LinkedHashMap<>();
    columns.forEach((placeholder, field) -> positions.put(placeholder, fields.indexOf(field)));
    Map<Integer, Map<Placeholder, Object>> custom = attributes.read(workspace, batch, wanted);
    guests.addColumns(workspace, batch, route.lists(), wanted, custom);
    rewards.add(workspace, batch, route, given, wanted, custom);
    List<Person> people = new ArrayList<>(batch.size());
    for (Record row : select(workspace, batch, fields).fetch()) {
      int member = (Integer) row.get(0);
      if (batch.contains(member)) {
        String to = address.isPresent() ? (String) row.get(1) : null;
        people.add(new Person(member, to, values(row, positions, custom.get(member), workspace)));
      }
    }
    return people.size() == batch.size()
        ? people
        : guests.added(workspace, batch, address, people, custom);
  }

  /** What nodes would have written of that which a message names, in the order of the writes. */
  List<WrittenPlaceholder> written(
      Workspace workspace, List<ValueWrite> writes, Set<Placeholder> wanted) {
    return attributes.written(workspace, writes, wanted);
  }

  private ResultQuery<? extends Record> select(
      Workspace workspace, Audience batch, List<Field<?>> fields) {
    Condition here = WORKSPACE.eq(workspace.id().value());
    int[] ids = batch.toArray();
    int first = ids[0];
    int last = ids[ids.length - 1];
    if ((long) last - first < (long) SPARSE * ids.length) {
      return db.select(fields).from(MEMBER).where(here, ID.between(first, last)).orderBy(ID);
    }
    ValueTable<Integer> wanted = ValueTable.ofIntegers(batch.stream().boxed().toList());
    return db.select(fields)
        .from(wanted.table())
        .join(MEMBER)
        .on(here, ID.eq(wanted.value()))
        .orderBy(ID);
  }

  private static Map<Placeholder, Field<?>> columns(Set<Placeholder> wanted) {
    Map<Placeholder, Field<?>> columns = new LinkedHashMap<>();
    for (Placeholder placeholder : wanted) {
      if (placeholder instanceof Placeholder.Key) {
        columns.put(placeholder, KEY);
      } else if (placeholder instanceof Placeholder.Profile profile) {
        columns.put(placeholder, MemberTables.column(profile.field()));
      }
    }
    return columns;
  }

  private static Map<Placeholder, Object> values(
      Record row,
      Map<Placeholder, Integer> positions,
      Map<Placeholder, Object> custom,
      Workspace workspace) {
    if (positions.isEmpty()) {
      return custom == null ? Map.of() : custom;
    }
    Map<Placeholder, Object> values = custom == null ? new HashMap<>() : custom;
    positions.forEach(
        (placeholder, position) -> {
          Object value = row.get(position.intValue());
          if (value != null) {
            values.put(placeholder, shown(value, workspace.zone()));
          }
        });
    return values;
  }

  /** Numbers as they are, so that templates can reckon; all else as a text. */
  private static Object shown(Object value, ZoneId zone) {
    if (value instanceof Instant instant) {
      return MINUTES.format(LocalDateTime.ofInstant(instant, zone));
    }
    return value instanceof Number ? value : value.toString();
  }
}
