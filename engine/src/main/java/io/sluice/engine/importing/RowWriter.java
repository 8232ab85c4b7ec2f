package io.sluice.engine.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rows of one file, in their order. Remembers what it must know of earlier rows: after a
 * restart all rows are taken again, and only those not yet written are written.
 */
public interface RowWriter {
  /** Reads the values of rows. */
  Batch take(List<CsvRow> rows);

  /** Rows that were read and wait to be written. */
  interface Batch {
    /** Writes them in the caller's transaction; may be called again after it was rolled back. */
    Result write();
  }

  /** What became of the rows; all rows together are the batch. */
  record Result(int created, int updated, int unchanged, List<ImportError> errors) {
    /** The same with rows that were wrong before anything was written. */
    public Result with(List<ImportError> before) {
      List<ImportError> all = new ArrayList<>(before);
      all.addAll(errors);
      return new Result(created, updated, unchanged, all);
    }
  }
}
