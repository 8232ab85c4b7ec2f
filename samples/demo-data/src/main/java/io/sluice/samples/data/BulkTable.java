package io.sluice.samples.data;

import java.util.List;

/** A table and where its rows come from, one after the other so that none are kept. */
record BulkTable(String name, List<Column> columns, Rows rows) {
  /** Gives all rows of a table to a sink. */
  interface Rows {
    void writeTo(Sink sink);
  }

  /** Takes rows. */
  interface Sink {
    /** One value per column, in order. */
    void row(Object... values);
  }
}
