package io.sluice.engine.event;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of events and their properties. */
public final class EventTables {
  public static final Table<Record> EVENT = table(name("member_event"));
  public static final Field<Integer> WORKSPACE =
      field(name("member_event", "workspace_id"), Integer.class);
  public static final Field<Long> ID = field(name("member_event", "id"), Long.class);
  public static final Field<String> KEY = field(name("member_event", "event_key"), String.class);
  public static final Field<Integer> MEMBER =
      field(name("member_event", "member_id"), Integer.class);
  public static final Field<String> TYPE = field(name("member_event", "type"), String.class);
  public static final Field<Instant> AT = field(name("member_event", "at"), SQLDataType.INSTANT(6));
  public static final Field<String> PRODUCT = field(name("member_event", "product"), String.class);
  public static final Field<String> CATEGORY =
      field(name("member_event", "category"), String.class);

  public static final Table<Record> PROPERTY = table(name("event_property"));
  public static final Field<Integer> PROPERTY_WORKSPACE =
      field(name("event_property", "workspace_id"), Integer.class);
  public static final Field<Long> PROPERTY_EVENT =
      field(name("event_property", "event_id"), Long.class);
  public static final Field<String> PROPERTY_NAME =
      field(name("event_property", "property"), String.class);
  public static final Field<String> TEXT_VALUE =
      field(name("event_property", "text_value"), String.class);

  /** Where the text reads as a number. */
  public static final Field<BigDecimal> NUMBER_VALUE =
      field(name("event_property", "number_value"), BigDecimal.class);

  private EventTables() {}
}
