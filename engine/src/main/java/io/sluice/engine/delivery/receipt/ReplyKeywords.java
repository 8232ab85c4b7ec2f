package io.sluice.engine.delivery.receipt;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The replies that end consent, per workspace. */
@Repository
class ReplyKeywords {
  static final List<String> USUAL = List.of("R", "T", "TD", "N", "退订");

  private static final Table<Record> KEYWORDS = table(name("reply_keywords"));
  private static final Field<Integer> WORKSPACE =
      field(name("reply_keywords", "workspace_id"), Integer.class);
  private static final Field<String> WORDS =
      field(name("reply_keywords", "keywords"), String.class);

  private final DSLContext db;

  ReplyKeywords(DSLContext db) {
    this.db = db;
  }

  /**
   * A text as keywords are compared: without what stands around it, the width or case of letters.
   */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("^[\\p{Z}\\p{C}\\p{P}]+|[\\p{Z}\\p{C}\\p{P}]+$", "")
        .toUpperCase(Locale.ROOT);
  }

  /** The keywords of a workspace, folded. */
  Set<String> of(WorkspaceId workspace) {
    return db
        .select(WORDS)
        .from(KEYWORDS)
        .where(WORKSPACE.eq(workspace.value()))
        .fetchOptional(row -> row.value1().lines().toList())
        .orElse(USUAL)
        .stream()
        .map(ReplyKeywords::folded)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Transactional
  public void set(WorkspaceId workspace, List<String> words) {
    db.deleteFrom(KEYWORDS).where(WORKSPACE.eq(workspace.value())).execute();
    db.insertInto(KEYWORDS, WORKSPACE, WORDS)
        .values(workspace.value(), String.join("\n", words))
        .execute();
  }
}
