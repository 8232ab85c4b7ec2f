package io.sluice.engine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.engine.testing.EngineTest;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class BulkInsertTest {
  private static final Table<Record> WORDS = table(name("bulk_words"));
  private static final Field<Integer> ID = field(name("bulk_words", "id"), Integer.class);
  private static final Field<String> WORD = field(name("bulk_words", "word"), String.class);
  private static final Field<BigDecimal> PRICE =
      field(name("bulk_words", "price"), BigDecimal.class);
  private static final List<Field<?>> FIELDS = List.of(ID, WORD, PRICE);

  @Autowired BulkInsert bulk;
  @Autowired DSLContext db;
  @Autowired DatabaseKind kind;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void make() {
    db.execute(
        "create table {0} (id integer primary key, word varchar(40), price numeric(9, 3))", WORDS);
  }

  @AfterEach
  void drop() {
    db.execute("drop table {0}", WORDS);
  }

  @Test
  void keepsEveryCharacterAndEveryValue() {
    BigDecimal price = new BigDecimal("0.050");

    insert(
        row(1, "tab\t, line\nand \\N", price),
        row(2, "\r\u0001王芳😀", price),
        row(3, null, new BigDecimal("2.000")));

    assertThat(db.select(WORD).from(WORDS).orderBy(ID).fetch(WORD))
        .containsExactly("tab\t, line\nand \\N", "\r\u0001王芳😀", null);
    assertThat(db.select(PRICE).from(WORDS).orderBy(ID).fetch(PRICE))
        .containsExactly(price, price, new BigDecimal("2.000"));
  }

  @Test
  void insertsNothingWhereARowIsThereAlreadyAndLetsTheTransactionGoOn() {
    assumeTrue(kind == DatabaseKind.POSTGRES);
    insert(row(2, "old", null));

    Boolean inserted =
        transaction.execute(
            status -> {
              boolean all =
                  bulk.copyNew(WORDS, FIELDS, List.of(row(1, "new", null), row(2, "new", null)));
              bulk.insert(WORDS, FIELDS, List.<Object[]>of(row(3, "later", null)));
              return all;
            });

    assertThat(inserted).isFalse();
    assertThat(db.select(WORD).from(WORDS).orderBy(ID).fetch(WORD)).containsExactly("old", "later");
  }

  private void insert(Object[]... rows) {
    transaction.executeWithoutResult(status -> bulk.insert(WORDS, FIELDS, List.of(rows)));
  }

  private static Object[] row(Object... values) {
    return values;
  }
}
