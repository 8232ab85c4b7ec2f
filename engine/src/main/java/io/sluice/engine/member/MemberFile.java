package io.sluice.engine.member;

import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.KeyNumbers;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes the rows of one members file. */
final class MemberFile implements RowWriter {
  private final WorkspaceId workspace;
  private final MemberColumns columns;
  private final MemberWriter writer;
  private final Instant startedAt;
  private final KeyNumbers seen = new KeyNumbers();

  MemberFile(WorkspaceId workspace, MemberColumns columns, MemberWriter writer, Instant startedAt) {
    this.workspace = workspace;
    this.columns = columns;
    this.writer = writer;
    this.startedAt = startedAt;
  }

  @Override
  public Batch take(List<CsvRow> rows) {
    List<ImportError> errors = new ArrayList<>();
    List<MemberChange> changes = new ArrayList<>();
    for (CsvRow row : rows) {
      columns
          .read(row, errors)
          .filter(change -> isFirst(change, row, errors))
          .ifPresent(changes::add);
    }
    return () -> write(changes, errors);
  }

  private boolean isFirst(MemberChange change, CsvRow row, List<ImportError> errors) {
    int before = seen.putIfAbsent(change.key(), (int) row.line());
    if (before != 0) {
      errors.add(
          ImportError.of(
              row,
              MemberColumns.MEMBER,
              "'"
                  + change.key()
                  + "' stands on line "
                  + before
                  + " already; keep one row per member"));
    }
    return before == 0;
  }

  private Result write(List<MemberChange> changes, List<ImportError> errors) {
    List<MemberWriter.Outcome> outcomes = writer.write(workspace, changes, startedAt);
    return new Result(
        Collections.frequency(outcomes, MemberWriter.Outcome.CREATED),
        Collections.frequency(outcomes, MemberWriter.Outcome.UPDATED),
        Collections.frequency(outcomes, MemberWriter.Outcome.UNCHANGED),
        errors);
  }
}
