package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;

import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.web.Counted;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

/** Finds members by the keys that other systems know them by. */
@Repository
public class MemberKeys {
  private static final int MOST_TOLD = 20;

  private final DSLContext db;

  MemberKeys(DSLContext db) {
    this.db = db;
  }

  /** The ids of the members of those keys, as far as they are known. */
  public Map<String, Integer> ids(WorkspaceId workspace, Collection<String> keys) {
    ValueTable<String> wanted = ValueTable.ofTexts(keys);
    return db.select(KEY, ID)
        .from(wanted.table())
        .join(MEMBER)
        .on(WORKSPACE.eq(workspace.value()), KEY.eq(wanted.value()))
        .fetchMap(KEY, ID);
  }

  /**
   * The members of those keys.
   *
   * @param field where the keys stand, as a JSON pointer
   * @throws Problem 400 if some are not known: it names the first of them
   */
  public Audience require(WorkspaceId workspace, List<String> keys, String field) {
    Map<String, Integer> ids = ids(workspace, storable(keys));
    List<String> unknown = keys.stream().filter(key -> !ids.containsKey(key)).toList();
    if (!unknown.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "unknown-members",
          Counted.of(unknown.size(), "of the members is", "of the members are")
              + " not known; import them first, or leave them out.",
          unknown.stream()
              .limit(MOST_TOLD)
              .map(
                  key ->
                      new Problem.Part(
                          "unknown-member",
                          field + "/" + keys.indexOf(key),
                          "There is no member '" + key + "'."))
              .toList());
    }
    return Audience.collect(ids.values().stream().mapToInt(Integer::intValue));
  }

  /** A NUL character is in no stored key, and a database may refuse to look for it. */
  private static List<String> storable(List<String> keys) {
    return keys.stream().filter(key -> key != null && key.indexOf('\0') < 0).distinct().toList();
  }
}
