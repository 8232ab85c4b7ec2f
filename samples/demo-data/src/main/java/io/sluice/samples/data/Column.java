package io.sluice.samples.data;

/**
 * A column that the generator fills.
 *
 * @param kind decides which Java type its values have: SMALL and INTEGER take Integer, BIG Long,
 *     TEXT String, FLAG Boolean, INSTANT Instant, DAY LocalDate, DECIMAL BigDecimal of at most four
 *     decimal places; null is null
 */
record Column(String name, Kind kind) {
  enum Kind {
    SMALL,
    INTEGER,
    BIG,
    TEXT,
    FLAG,
    INSTANT,
    DAY,
    DECIMAL
  }

  static Column small(String name) {
    return new Column(name, Kind.SMALL);
  }

  static Column integer(String name) {
    return new Column(name, Kind.INTEGER);
  }

  static Column big(String name) {
    return new Column(name, Kind.BIG);
  }

  static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  static Column flag(String name) {
    return new Column(name, Kind.FLAG);
  }

  static Column instant(String name) {
    return new Column(name, Kind.INSTANT);
  }

  static Column day(String name) {
    return new Column(name, Kind.DAY);
  }

  static Column decimal(String name) {
    return new Column(name, Kind.DECIMAL);
  }
}
