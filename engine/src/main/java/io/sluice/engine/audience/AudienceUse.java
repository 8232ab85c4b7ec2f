package io.sluice.engine.audience;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A column that names audiences by their hash; its table has a {@code workspace_id}.
 *
 * @param table the name of the table
 * @param column the name of the column
 */
public record AudienceUse(String table, String column) {
  Table<Record> rows() {
    return DSL.table(name(table));
  }

  Field<Integer> workspace() {
    return field(name(table, "workspace_id"), Integer.class);
  }

  Field<String> hash() {
    return field(name(table, column), String.class);
  }
}
