package io.sluice.engine.storage;

import java.util.Collection;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Many values as a table to join with: one bind value however many there are, and an index look-up
 * per value on every database (H2 compares every row with every value of a long IN list).
 *
 * @param value its only column
 */
public record ValueTable<T>(Table<?> table, Field<T> value) {
  private static final String NAME = "wanted";
  private static final String COLUMN = "item";

  /** A table of texts. */
  public static ValueTable<String> ofTexts(Collection<String> values) {
    return of(DSL.unnest(values.toArray(String[]::new)), String.class);
  }

  /** A table of whole numbers. */
  public static ValueTable<Integer> ofIntegers(Collection<Integer> values) {
    return of(DSL.unnest(values.toArray(Integer[]::new)), Integer.class);
  }

  /** A table of long whole numbers. */
  public static ValueTable<Long> ofLongs(Collection<Long> values) {
    return of(DSL.unnest(values.toArray(Long[]::new)), Long.class);
  }

  private static <T> ValueTable<T> of(Table<?> values, Class<T> type) {
    return new ValueTable<>(values.as(NAME, COLUMN), DSL.field(DSL.name(NAME, COLUMN), type));
  }
}
