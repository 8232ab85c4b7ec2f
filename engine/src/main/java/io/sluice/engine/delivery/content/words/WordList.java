package io.sluice.engine.delivery.content.words;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The words that messages of a workspace should not use. */
@Repository
public class WordList {
  /** Superlatives that advertising law forbids (article 9 of the law of the People's Republic). */
  private static final List<String> SUPERLATIVES =
      List.of("最", "第一", "国家级", "世界级", "唯一", "首个", "顶级", "极致", "绝无仅有", "史上", "万能", "100%有效");

  private static final Table<Record> WORD = table(name("listed_word"));
  private static final Field<Integer> WORKSPACE =
      field(name("listed_word", "workspace_id"), Integer.class);
  private static final Field<String> TEXT = field(name("listed_word", "word"), String.class);
  private static final Field<String> SEVERITY =
      field(name("listed_word", "severity"), String.class);

  private final DSLContext db;
  private final Workspaces workspaces;

  WordList(DSLContext db, Workspaces workspaces) {
    this.db = db;
    this.workspaces = workspaces;
  }

  /** A word that stands in a text. */
  public record Found(String word, WordSeverity severity) {}

  /** The words with how bad they are, by word: the superlatives, and what the workspace says. */
  @Transactional(readOnly = true)
  public Map<String, WordSeverity> of(WorkspaceId workspace) {
    Map<String, WordSeverity> words = new TreeMap<>();
    SUPERLATIVES.forEach(word -> words.put(word, WordSeverity.WARNING));
    db.select(TEXT, SEVERITY)
        .from(WORD)
        .where(WORKSPACE.eq(workspace.value()))
        .forEach(row -> words.put(row.value1(), WordSeverity.of(row.value2()).orElseThrow()));
    return words;
  }

  /** Puts the workspace's own words in place of those it had. */
  @Transactional
  void put(WorkspaceId workspace, Map<String, WordSeverity> words) {
    workspaces.lock(workspace);
    db.deleteFrom(WORD).where(WORKSPACE.eq(workspace.value())).execute();
    words.forEach(
        (word, severity) ->
            db.insertInto(WORD, WORKSPACE, TEXT, SEVERITY)
                .values(workspace.value(), word, severity.key())
                .execute());
  }

  /** The words that stand in one of the texts; case does not matter. */
  public static List<Found> find(Map<String, WordSeverity> words, String... texts) {
    return words.entrySet().stream()
        .filter(word -> word.getValue() != WordSeverity.OFF)
        .filter(word -> Arrays.stream(texts).anyMatch(text -> holds(text, word.getKey())))
        .map(word -> new Found(word.getKey(), word.getValue()))
        .toList();
  }

  private static boolean holds(String text, String word) {
    return Optional.ofNullable(text)
        .map(whole -> whole.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }
}
