package io.sluice.engine.reward.code;

import static io.sluice.engine.reward.code.CodeTables.*;

import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds codes to pools: each once, behind those that are there. */
@Component
class CodeImport {
  private static final int ROWS_AT_ONCE = 20_000;
  private static final List<Field<?>> FIELDS =
      List.of(CODE_WORKSPACE, CODE_POOL, CODE_SERIAL, CODE);

  private final DSLContext db;
  private final BulkInsert bulk;
  private final CodePools pools;

  CodeImport(DSLContext db, BulkInsert bulk, CodePools pools) {
    this.db = db;
    this.bulk = bulk;
    this.pools = pools;
  }

  /**
   * What became of a file.
   *
   * @param refused the lines that were not added, in their order
   */
  record Added(int codes, List<CodeLines.RefusedLine> refused) {}

  /** Adds the codes of a file that are not in the pool yet. */
  @Transactional
  public Added add(WorkspaceId workspace, String key, CodeLines file) {
    Pool pool = pools.locked(workspace, key).orElseThrow(() -> CodePoolController.unknown(key));
    Set<String> there = there(workspace, pool, file.codes());
    List<CodeLines.RefusedLine> refused = new ArrayList<>(file.refused());
    List<Object[]> rows = new ArrayList<>();
    int longest = 0;
    int added = 0;
    for (CodeLines.Line line : file.codes()) {
      if (there.contains(line.code())) {
        refused.add(
            new CodeLines.RefusedLine(
                line.number(), "duplicate-in-pool", "The pool has this code already."));
        continue;
      }
      added++;
      longest = Math.max(longest, line.code().length());
      rows.add(new Object[] {workspace.value(), pool.id(), pool.codes() + added, line.code()});
      if (rows.size() == ROWS_AT_ONCE) {
        bulk.insert(CODES, FIELDS, rows);
        rows.clear();
      }
    }
    bulk.insert(CODES, FIELDS, rows);
    pools.added(workspace, pool, added, longest);
    refused.sort(Comparator.comparingInt(CodeLines.RefusedLine::line));
    return new Added(added, refused);
  }

  private Set<String> there(WorkspaceId workspace, Pool pool, List<CodeLines.Line> lines) {
    if (pool.codes() == 0) {
      return Set.of();
    }
    ValueTable<String> wanted =
        ValueTable.ofTexts(lines.stream().map(CodeLines.Line::code).toList());
    return db.select(CODE)
        .from(wanted.table())
        .join(CODES)
        .on(CODE_WORKSPACE.eq(workspace.value()), CODE_POOL.eq(pool.id()), CODE.eq(wanted.value()))
        .fetchSet(CODE);
  }
}
