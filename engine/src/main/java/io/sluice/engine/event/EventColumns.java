package io.sluice.engine.event;

import io.sluice.engine.importing.Cells;
import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a row of an events file says. */
final class EventColumns {
  static final String EVENT = "event";
  static final String MEMBER = "member";
  static final String TYPE = "type";
  static final String AT = "at";
  private static final String PRODUCT = "product";
  private static final String CATEGORY = "category";
  private static final String PROPERTY = "property:";
  private static final int TEXT_LENGTH = 200;

  private final Header header;
  private final ZoneId zone;
  private final List<String> properties;

  EventColumns(Header header, ZoneId zone) {
    this.header = header;
    this.zone = zone;
    this.properties = header.fields().stream().filter(field -> field.startsWith(PROPERTY)).toList();
  }

  static boolean isField(String name) {
    return List.of(EVENT, MEMBER, TYPE, AT, PRODUCT, CATEGORY).contains(name)
        || name.startsWith(PROPERTY)
            && name.length() > PROPERTY.length()
            && name.length() <= PROPERTY.length() + MemberEvent.PROPERTY_LENGTH
            && name.chars().noneMatch(Character::isISOControl);
  }

  static String fields() {
    return String.join(
        ", ",
        EVENT,
        MEMBER,
        TYPE,
        AT,
        PRODUCT,
        CATEGORY,
        PROPERTY + "<name> (up to 64 characters)");
  }

  /** What the row says, or nothing if part of it is wrong; every wrong part is added to errors. */
  Optional<EventSaid> read(CsvRow row, List<ImportError> errors) {
    int before = errors.size();
    Cells cells = new Cells(header, row, errors);
    String key = cells.required(EVENT, Values::key);
    String member = cells.required(MEMBER, Values::key);
    String type = cells.required(TYPE, text -> Values.text(text, MemberEvent.TYPE_LENGTH));
    Instant at = cells.required(AT, text -> Values.instant(text, zone));
    String product = cells.optional(PRODUCT, text -> Values.text(text, TEXT_LENGTH));
    String category = cells.optional(CATEGORY, text -> Values.text(text, TEXT_LENGTH));
    SortedMap<String, String> said = new TreeMap<>();
    for (String field : properties) {
      String value = cells.optional(field, text -> Values.text(text, MemberEvent.VALUE_LENGTH));
      if (value != null) {
        said.put(field.substring(PROPERTY.length()), value);
      }
    }
    if (said.size() > MemberEvent.MOST_PROPERTIES) {
      errors.add(
          ImportError.of(
              row,
              PROPERTY,
              "The event has "
                  + said.size()
                  + " properties; leave out all but "
                  + MemberEvent.MOST_PROPERTIES));
    }
    return errors.size() > before
        ? Optional.empty()
        : Optional.of(new EventSaid(row, key, member, type, at, product, category, said));
  }
}
