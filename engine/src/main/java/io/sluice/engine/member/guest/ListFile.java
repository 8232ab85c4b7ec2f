package io.sluice.engine.member.guest;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.KeyNumbers;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.importing.Values;
import io.sluice.engine.member.AddressKey;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Writes the rows of one file of a list. */
final class ListFile implements RowWriter {
  private static final int VALUE_LENGTH = 500;

  private final WorkspaceId workspace;
  private final ImportedList list;
  private final Header header;
  private final ListWriter writer;
  private final KeyNumbers seen = new KeyNumbers();

  ListFile(WorkspaceId workspace, ImportedList list, Header header, ListWriter writer) {
    this.workspace = workspace;
    this.list = list;
    this.header = header;
    this.writer = writer;
  }

  @Override
  public Batch take(List<CsvRow> rows) {
    List<ImportError> errors = new ArrayList<>();
    List<ListEntry> entries = new ArrayList<>();
    for (CsvRow row : rows) {
      read(row, errors).filter(entry -> isFirst(entry, row, errors)).ifPresent(entries::add);
    }
    return () -> {
      ListWriter.Counts counts = writer.write(workspace, list, entries);
      return new Result(counts.created(), counts.updated(), counts.unchanged(), errors);
    };
  }

  private Optional<ListEntry> read(CsvRow row, List<ImportError> errors) {
    int before = errors.size();
    Optional<String> address = value(row, list.kind().key(), errors, list.kind()::read);
    if (address.isEmpty() && errors.size() == before) {
      errors.add(ImportError.of(row, list.kind().key(), "The row has no address; give one"));
    }
    Map<String, String> values = new TreeMap<>();
    for (String column : list.columns()) {
      value(row, column, errors, text -> Values.text(text, VALUE_LENGTH))
          .ifPresent(value -> values.put(column, value));
    }
    return errors.size() > before
        ? Optional.empty()
        : address.map(text -> new ListEntry(text, AddressKey.of(text), values));
  }

  private Optional<String> value(
      CsvRow row, String column, List<ImportError> errors, UnaryOperator<String> read) {
    try {
      return header.value(row, column).map(read);
    } catch (BadValue e) {
      errors.add(ImportError.of(row, column, e));
      return Optional.empty();
    }
  }

  private boolean isFirst(ListEntry entry, CsvRow row, List<ImportError> errors) {
    int before = seen.putIfAbsent(entry.key(), (int) row.line());
    if (before != 0) {
      errors.add(
          ImportError.of(
              row,
              list.kind().key(),
              "'"
                  + entry.address()
                  + "' stands on line "
                  + before
                  + " already; keep one row per address"));
    }
    return before == 0;
  }
}
