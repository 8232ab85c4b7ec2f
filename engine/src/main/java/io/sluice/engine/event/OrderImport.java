package io.sluice.engine.event;

import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.ImportKind;
import io.sluice.engine.importing.ImportOptions;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files with an order line per row, or an order where it has one line. */
@Component
class OrderImport implements ImportKind {
  private final OrderWriter writer;

  OrderImport(OrderWriter writer) {
    this.writer = writer;
  }

  @Override
  public String key() {
    return "orders";
  }

  @Override
  public RowWriter open(
      Workspace workspace, List<String> columns, ImportOptions options, Instant startedAt) {
    List<String> fields = OrderColumns.fields();
    Header header =
        new Header(columns, options, fields::contains, String.join(", ", fields))
            .require(OrderColumns.MEMBER)
            .require(OrderColumns.ORDER);
    header.refuseIfWrong();
    OrderColumns rows = new OrderColumns(header, workspace.zone());
    return taken -> take(taken, rows, workspace, options.makesMembers());
  }

  private RowWriter.Batch take(
      List<CsvRow> rows, OrderColumns columns, Workspace workspace, boolean makeMembers) {
    List<ImportError> errors = new ArrayList<>();
    List<OrderSaid> said = new ArrayList<>();
    for (CsvRow row : rows) {
      columns.read(row, errors).ifPresent(said::add);
    }
    return () -> writer.write(workspace.id(), said, makeMembers).with(errors);
  }
}
