package io.sluice.engine.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads CSV (RFC 4180) record by record and never gives up: a record that cannot be read is blamed
 * on its first line, and reading goes on with the next.
 */
final class CsvReader implements Closeable {
  /** A record may run over so many lines and characters; past that a quote must be missing. */
  private static final int MOST_LINES = 1000;

  private static final int MOST_CHARACTERS = 1 << 16;

  private final InputStream bytes;
  private final PhysicalLines lines;
  private final char delimiter;
  private final Deque<PhysicalLines.Line> ahead = new ArrayDeque<>();
  private long bytesRead;
  private long lastLine;
  private int columns = -1;

  CsvReader(InputStream bytes, Charset charset, char delimiter) {
    this.bytes = bytes;
    this.lines = new PhysicalLines(bytes, charset);
    this.delimiter = delimiter;
  }

  /** Opens a file as its options say. */
  static CsvReader open(Path file, ImportOptions options) throws IOException {
    return new CsvReader(
        Files.newInputStream(file), options.charset(), options.delimiterCharacter());
  }

  /**
   * A record, or what is wrong with it.
   *
   * @param error null for a good record
   */
  record Read(CsvRow row, ImportError error) {
    /** The physical line on which it begins. */
    long line() {
      return error == null ? row.line() : error.line();
    }
  }

  /** The next record; null at the end of the file. The first one sets the number of columns. */
  Read next() throws IOException {
    PhysicalLines.Line first = line();
    while (first != null && first.text().isBlank() && first.wrong() == null) {
      first = line();
    }
    if (first == null) {
      return null;
    }
    Read read = record(first);
    lastLine = read.line();
    return read;
  }

  /** The physical line on which the last record begins; 0 before the first. */
  long lastLine() {
    return lastLine;
  }

  /** The number of bytes of the records read so far. */
  long bytesRead() {
    return bytesRead;
  }

  private Read record(PhysicalLines.Line first) throws IOException {
    List<PhysicalLines.Line> taken = new ArrayList<>(List.of(first));
    CsvRecord parsing = new CsvRecord(delimiter);
    String wrong = first.wrong();
    if (wrong == null) {
      wrong = parsing.add(first.text());
    }
    int characters = first.text().length();
    while (wrong == null && parsing.isOpen()) {
      PhysicalLines.Line more = line();
      if (more != null) {
        taken.add(more);
        characters += more.text().length();
      }
      boolean tooLong = taken.size() > MOST_LINES || characters > MOST_CHARACTERS;
      if (more == null || tooLong || more.wrong() != null) {
        wrong = "A quote is opened and never closed; close it, or double it where it is meant";
      } else {
        wrong = parsing.add(more.text());
      }
    }
    if (wrong == null && columns >= 0 && parsing.values().size() != columns) {
      wrong =
          "The row has "
              + parsing.values().size()
              + " columns, the header has "
              + columns
              + "; add or remove "
              + (parsing.values().size() < columns ? "the missing" : "the surplus")
              + " ones, and quote values that hold the delimiter";
    }
    return wrong == null ? good(taken, parsing) : broken(taken, wrong);
  }

  private Read good(List<PhysicalLines.Line> taken, CsvRecord record) {
    bytesRead = taken.get(taken.size() - 1).end();
    if (columns < 0) {
      columns = record.values().size();
    }
    String text = String.join("\n", taken.stream().map(PhysicalLines.Line::text).toList());
    return new Read(new CsvRow(taken.get(0).number(), record.values(), text), null);
  }

  /** Only the first line is to blame: the others may be good rows that a stray quote swallowed. */
  private Read broken(List<PhysicalLines.Line> taken, String wrong) {
    PhysicalLines.Line first = taken.get(0);
    bytesRead = first.end();
    for (int i = taken.size() - 1; i > 0; i--) {
      ahead.addFirst(taken.get(i));
    }
    return new Read(null, new ImportError(first.number(), "", wrong + ".", first.text()));
  }

  private PhysicalLines.Line line() throws IOException {
    return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
