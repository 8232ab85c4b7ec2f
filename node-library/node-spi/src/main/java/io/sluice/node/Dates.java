package io.sluice.node;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The dates of people as they are known at one instant. */
public interface Dates {
  /**
   * Those of the people who have the date, by its day.
   *
   * @param date one that is a day
   * @throws NodeFailure if it names something that does not exist
   */
  Map<LocalDate, Audience> days(DateRef date, Audience people);

  /**
   * Tells of each of the people who has the date when it is, once and in no particular order.
   *
   * @param date one that is an instant
   */
  void instants(DateRef date, Audience people, EachInstant each);

  /** Takes the instants of people, one by one. */
  interface EachInstant {
    /** This is the instant of this member. */
    void accept(int member, Instant at);
  }
}
