package io.sluice.engine.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the values of one row; what is wrong with one is noted, and it counts as missing. */
public final class Cells {
  private final Header header;
  private final CsvRow row;
  private final List<ImportError> errors;

  /** The cells of a row; every wrong one is added to errors. */
  public Cells(Header header, CsvRow row, List<ImportError> errors) {
    this.header = header;
    this.row = row;
    this.errors = errors;
  }

  /** The value of a field; null where there is none, or it is wrong. */
  public <T> T optional(String field, Function<String, T> read) {
    return header.value(row, field).map(text -> read(field, text, read)).orElse(null);
  }

  /** The value of a field that every row must have; null where it is missing or wrong. */
  public <T> T required(String field, Function<String, T> read) {
    Optional<String> text = header.value(row, field);
    if (text.isEmpty()) {
      errors.add(ImportError.of(row, field, "'" + field + "' is missing; fill it in"));
      return null;
    }
    return read(field, text.get(), read);
  }

  private <T> T read(String field, String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (BadValue e) {
      errors.add(ImportError.of(row, field, e));
      return null;
    }
  }
}
