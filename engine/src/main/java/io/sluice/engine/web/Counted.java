package io.sluice.engine.web;

/** Numbers of things in sentences. */
public final class Counted {
  private Counted() {}

  /** "1 problem", but "2 problems" and "0 problems". */
  public static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** "1 person" or "2 people". */
  public static String people(long number) {
    return of(number, "person", "people");
  }
}
