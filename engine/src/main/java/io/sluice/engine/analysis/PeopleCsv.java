package io.sluice.engine.analysis;

/** The people of an action as lines of CSV (RFC 4180). */
final class PeopleCsv {
  static final String HEADER = "member,name,phone,orders,items,amount\r\n";

  private PeopleCsv() {}

  static String row(PeoplePage.Person person) {
    return text(person.member())
        + ","
        + text(person.name())
        + ","
        + text(person.phone())
        + ","
        + person.orders()
        + ","
        + person.items()
        + ","
        + person.amount().toPlainString()
        + "\r\n";
  }

  /** A spreadsheet would run a text that begins like a formula. */
  private static String text(String value) {
    if (value == null) {
      return "";
    }
    boolean formula = !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
