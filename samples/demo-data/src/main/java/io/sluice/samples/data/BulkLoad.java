package io.sluice.samples.data;

/** Brings many rows into a table, in the caller's transaction. */
interface BulkLoad {
  void load(BulkTable table);
}
