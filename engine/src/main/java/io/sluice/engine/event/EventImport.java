package io.sluice.engine.event;

import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.ImportKind;
import io.sluice.engine.importing.ImportOptions;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files with an event per row. */
@Component
class EventImport implements ImportKind {
  private final EventWriter writer;

  EventImport(EventWriter writer) {
    this.writer = writer;
  }

  @Override
  public String key() {
    return "events";
  }

  @Override
  public RowWriter open(
      Workspace workspace, List<String> columns, ImportOptions options, Instant startedAt) {
    if (options.makesMembers()) {
      throw Problem.badField(
          "no-members-from-events",
          "createMembers",
          "Events make no members; import the members first, and leave 'createMembers' out.");
    }
    Header header =
        new Header(columns, options, EventColumns::isField, EventColumns.fields())
            .require(EventColumns.EVENT)
            .require(EventColumns.MEMBER)
            .require(EventColumns.TYPE)
            .require(EventColumns.AT);
    header.refuseIfWrong();
    EventColumns rows = new EventColumns(header, workspace.zone());
    return taken -> take(taken, rows, workspace);
  }

  private RowWriter.Batch take(List<CsvRow> rows, EventColumns columns, Workspace workspace) {
    List<ImportError> errors = new ArrayList<>();
    List<EventSaid> said = new ArrayList<>();
    for (CsvRow row : rows) {
      columns.read(row, errors).ifPresent(said::add);
    }
    return () -> writer.write(workspace.id(), said).with(errors);
  }
}
