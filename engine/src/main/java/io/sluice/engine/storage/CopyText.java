package io.sluice.engine.storage;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {
  private static final int ROW = 120;

  private final StringBuilder text;
  private final Object[] before;
  private final String[] textsBefore;

  private CopyText(int columns, int rows) {
    this.text = new StringBuilder(rows * ROW);
    this.before = new Object[columns];
    this.textsBefore = new String[columns];
  }

  /** The rows, each with one value per column, in UTF-8. */
  static byte[] of(int columns, List<Object[]> rows) {
    CopyText copy = new CopyText(columns, rows.size());
    rows.forEach(copy::append);
    return copy.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(Object[] row) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      Object value = row[i];
      if (value == null) {
        text.append("\\N");
      } else if (value instanceof Integer number) {
        text.append(number.intValue());
      } else if (value instanceof String string) {
        escape(string);
      } else {
        escape(text(i, value));
      }
    }
    text.append('\n');
  }

  /** Rows that are written together often share instants and amounts. */
  private String text(int column, Object value) {
    if (before[column] != value) {
      before[column] = value;
      textsBefore[column] = value.toString();
    }
    return textsBefore[column];
  }

  private void escape(String value) {
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= '\r' || c == '\\') {
        char escaped = escaped(c);
        if (escaped != 0) {
          text.append(value, written, i).append('\\').append(escaped);
          written = i + 1;
        }
      }
    }
    text.append(value, written, value.length());
  }

  private static char escaped(char c) {
    return switch (c) {
      case '\\' -> '\\';
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      default -> 0;
    };
  }
}
