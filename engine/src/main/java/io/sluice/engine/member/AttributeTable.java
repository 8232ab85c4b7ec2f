package io.sluice.engine.member;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The table that holds the values of custom attributes of some types, a row per value.
 *
 * @param content the column of the value
 */
public record AttributeTable(Table<Record> table, Field<?> content) {
  private static final AttributeTable TEXT = of("attribute_text", String.class);
  private static final AttributeTable NUMBER = of("attribute_number", BigDecimal.class);
  private static final AttributeTable DATE = of("attribute_date", LocalDate.class);
  private static final AttributeTable FLAG = of("attribute_flag", Boolean.class);

  private static AttributeTable of(String table, Class<?> type) {
    return new AttributeTable(DSL.table(name(table)), field(name(table, "content"), type));
  }

  /** The table for values of a type. */
  public static AttributeTable of(FieldType type) {
    return switch (type) {
      case TEXT, CHOICE, MULTI_CHOICE -> TEXT;
      case NUMBER -> NUMBER;
      case DATE -> DATE;
      case BOOLEAN -> FLAG;
      case INSTANT -> throw new IllegalArgumentException("No attribute is an instant");
    };
  }

  /** All tables of values. */
  public static List<AttributeTable> all() {
    return List.of(TEXT, NUMBER, DATE, FLAG);
  }

  /** The workspace of a value. */
  public Field<Integer> workspace() {
    return column("workspace_id");
  }

  /** The attribute of a value. */
  public Field<Integer> attribute() {
    return column("attribute_id");
  }

  /** The member of a value. */
  public Field<Integer> member() {
    return column("member_id");
  }

  /** Month * 100 + day; only dates have it. */
  public Field<Integer> monthDay() {
    return column("month_day");
  }

  private Field<Integer> column(String column) {
    return field(name(table.getName(), column), Integer.class);
  }
}
