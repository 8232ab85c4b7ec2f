package io.sluice.engine.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some records of a file, as many as are written in one transaction.
 *
 * @param unreadable the records that could not be read
 * @param lastLine the physical line on which the last record begins
 * @param bytesRead the bytes of the file up to the end of the last record
 */
record CsvChunk(List<CsvRow> rows, List<ImportError> unreadable, long lastLine, long bytesRead) {

  static CsvChunk of(CsvReader reader, int records) throws IOException {
    return upTo(reader, records, Long.MAX_VALUE);
  }

  /** The next records, none of which begins after a line. */
  static CsvChunk upTo(CsvReader reader, int records, long lastLine) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    List<ImportError> unreadable = new ArrayList<>();
    long line = reader.lastLine();
    while (rows.size() + unreadable.size() < records && line < lastLine) {
      CsvReader.Read read = reader.next();
      if (read == null) {
        break;
      }
      line = read.line();
      if (read.error() == null) {
        rows.add(read.row());
      } else {
        unreadable.add(read.error());
      }
    }
    return new CsvChunk(rows, unreadable, line, reader.bytesRead());
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return rows.size() + unreadable.size();
  }
}
