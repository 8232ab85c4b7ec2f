package io.sluice.engine.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.testing.EngineTest;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class AudienceRemovalTest {
  @Autowired AudienceRemoval removal;
  @Autowired DSLContext db;

  /** A column that nobody told of would lose its audiences, were it not for the foreign key. */
  @Test
  void knowsEveryColumnThatNamesAudiences() {
    List<AudienceUse> referring =
        db.select(lower(of("k", "table_name")), lower(of("k", "column_name")))
            .from(table(name("information_schema", "referential_constraints")).as("r"))
            .join(table(name("information_schema", "key_column_usage")).as("k"))
            .on(of("k", "constraint_name").eq(of("r", "constraint_name")))
            .join(table(name("information_schema", "table_constraints")).as("t"))
            .on(of("t", "constraint_name").eq(of("r", "unique_constraint_name")))
            .where(
                lower(of("t", "table_name")).eq("audience"),
                lower(of("k", "column_name")).ne("workspace_id"))
            .fetch(row -> new AudienceUse(row.value1(), row.value2()));

    assertThat(referring).hasSizeGreaterThan(3);
    assertThat(removal.uses()).containsExactlyInAnyOrderElementsOf(referring);
  }

  private static Field<String> of(String alias, String column) {
    return field(name(alias, column), String.class);
  }
}
