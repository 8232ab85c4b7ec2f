package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.EMAIL_KEY;
import static io.sluice.engine.member.MemberTables.ERASED_AT;
import static io.sluice.engine.member.MemberTables.ID;
import static io.sluice.engine.member.MemberTables.KEY;
import static io.sluice.engine.member.MemberTables.KEY_START;
import static io.sluice.engine.member.MemberTables.MEMBER;
import static io.sluice.engine.member.MemberTables.NAME_START;
import static io.sluice.engine.member.MemberTables.PHONE_KEY;
import static io.sluice.engine.member.MemberTables.REGISTERED_AT;
import static io.sluice.engine.member.MemberTables.WORKSPACE;
import static io.sluice.engine.member.MemberTables.column;
import static org.jooq.impl.DSL.noCondition;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/**
 * Finds members by their whole phone number or e-mail address, and by the beginnings of their keys
 * and names. Each way is a walk along an index from where the page before ended, so that a page
 * costs the same in a workspace of any size.
 */
@Repository
class MemberSearch {
  private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;
  private static final int SURROGATES = Character.MAX_SURROGATE - LAST_BEFORE_SURROGATES;
  private static final List<ProfileField> SHOWN =
      List.of(
          ProfileField.NAME,
          ProfileField.STATUS,
          ProfileField.PHONE,
          ProfileField.EMAIL,
          ProfileField.LEVEL,
          ProfileField.CITY);

  private final DSLContext db;

  MemberSearch(DSLContext db) {
    this.db = db;
  }

  /** The ways in which a member is found, in the order in which they are shown. */
  enum Way {
    ADDRESS,
    KEY,
    NAME
  }

  /** Who was found last, and how. */
  record Place(Way way, int id) {}

  /** Somebody who was found. */
  record Found(
      Way way,
      int id,
      String key,
      String name,
      String status,
      String phone,
      String email,
      Integer level,
      String city,
      Instant registeredAt) {}

  /** The members by number, whatever they are called. */
  List<Found> all(WorkspaceId workspace, int after, int limit) {
    return select(
        workspace, Way.KEY, ERASED_AT.isNull().and(ID.gt(after)), List.of(WORKSPACE, ID), limit);
  }

  /** The members that the words may mean; each of them once over all pages. */
  List<Found> find(WorkspaceId workspace, String words, Optional<Place> after, int limit) {
    List<Found> found = new ArrayList<>();
    for (Way way : Way.values()) {
      if (found.size() < limit
          && after.map(place -> way.compareTo(place.way()) >= 0).orElse(true)) {
        Condition beyond =
            after
                .filter(place -> place.way() == way)
                .map(place -> beyond(workspace, place))
                .orElse(noCondition());
        found.addAll(
            select(
                workspace, way, meant(way, words).and(beyond), order(way), limit - found.size()));
      }
    }
    return found;
  }

  /** With the workspace in front every database sees that the index has this order already. */
  private static List<Field<?>> order(Way way) {
    return way == Way.ADDRESS ? List.of(WORKSPACE, ID) : List.of(WORKSPACE, start(way), ID);
  }

  private static Field<String> start(Way way) {
    return way == Way.KEY ? KEY_START : NAME_START;
  }

  /** Whom the words mean in this way and in none of those before it. */
  private static Condition meant(Way way, String words) {
    Field<String> address = words.contains("@") ? EMAIL_KEY : PHONE_KEY;
    String number = AddressKey.of(words);
    return switch (way) {
      case ADDRESS -> address.eq(number);
      case KEY -> begins(KEY_START, words).and(address.isDistinctFrom(number));
      case NAME ->
          begins(NAME_START, words)
              .and(address.isDistinctFrom(number))
              .andNot(begins(KEY_START, words));
    };
  }

  private static Condition begins(Field<String> start, String words) {
    String from = words.toLowerCase(Locale.ROOT);
    int last = from.codePointBefore(from.length());
    int next = last == LAST_BEFORE_SURROGATES ? last + SURROGATES : last + 1;
    String beyond =
        from.substring(0, from.length() - Character.charCount(last))
            + Character.toString(Math.min(next, Character.MAX_CODE_POINT));
    return start.ge(from).and(start.lt(beyond));
  }

  private Condition beyond(WorkspaceId workspace, Place place) {
    if (place.way() == Way.ADDRESS) {
      return ID.gt(place.id());
    }
    Field<String> start = start(place.way());
    return db.select(start)
        .from(MEMBER)
        .where(WORKSPACE.eq(workspace.value()), ID.eq(place.id()))
        .fetchOptional(start)
        .map(last -> start.ge(last).and(start.gt(last).or(ID.gt(place.id()))))
        .orElse(noCondition());
  }

  private List<Found> select(
      WorkspaceId workspace, Way way, Condition condition, List<Field<?>> order, int limit) {
    List<Field<?>> fields = new ArrayList<>(List.of(ID, KEY, REGISTERED_AT));
    SHOWN.forEach(field -> fields.add(column(field)));
    return db.select(fields)
        .from(MEMBER)
        .where(WORKSPACE.eq(workspace.value()), condition)
        .orderBy(order)
        .limit(limit)
        .fetch(row -> found(way, row));
  }

  private static Found found(Way way, Record row) {
    return new Found(
        way,
        row.get(ID),
        row.get(KEY),
        (String) row.get(column(ProfileField.NAME)),
        (String) row.get(column(ProfileField.STATUS)),
        (String) row.get(column(ProfileField.PHONE)),
        (String) row.get(column(ProfileField.EMAIL)),
        (Integer) row.get(column(ProfileField.LEVEL)),
        (String) row.get(column(ProfileField.CITY)),
        row.get(REGISTERED_AT));
  }
}
