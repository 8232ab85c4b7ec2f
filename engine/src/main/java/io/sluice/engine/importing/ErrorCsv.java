package io.sluice.engine.importing;

/** The rows that were left out, as CSV. */
final class ErrorCsv {
  static final String HEADER = "line,field,message,row\r\n";

  private ErrorCsv() {}

  static String row(ImportError error) {
    return error.line()
        + ","
        + quote(error.field())
        + ","
        + quote(error.message())
        + ","
        + quote(guard(error.row()))
        + "\r\n";
  }

  /** A spreadsheet would run a text that begins like a formula. */
  private static String guard(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quote(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
