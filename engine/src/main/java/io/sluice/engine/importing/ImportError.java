package io.sluice.engine.importing;

/**
 * A row that was left out.
 *
 * @param line the physical line on which it begins, counted from 1
 * @param field the column that is wrong; empty for the row as a whole
 * @param message what is wrong and how to mend it
 * @param row the row as it stands in the file
 */
public record ImportError(long line, String field, String message, String row) {
  /** An error in one column of a row; the message is a sentence without its full stop. */
  public static ImportError of(CsvRow row, String field, String message) {
    return new ImportError(row.line(), field, message + ".", row.text());
  }

  /** A value in one column of a row that cannot be taken. */
  public static ImportError of(CsvRow row, String field, BadValue bad) {
    return of(row, field, "'" + field + "' " + bad.getMessage());
  }

  /** A text with a replacement character for what no database keeps and no answer can hold. */
  static String shown(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
