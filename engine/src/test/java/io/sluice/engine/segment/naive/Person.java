package io.sluice.engine.segment.naive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that is true of one person of a test. */
public final class Person {
  public final String key;
  public Instant registered;

  /** Profile and custom attributes by name, as text; several choices are joined by a bar. */
  public final Map<String, String> profile = new TreeMap<>();

  public final Map<String, String> attributes = new TreeMap<>();
  public final List<Consent> consents = new ArrayList<>();
  public final List<Order> orders = new ArrayList<>();
  public final List<Event> events = new ArrayList<>();
  public final TreeSet<String> tags = new TreeSet<>();
  public final TreeSet<String> segments = new TreeSet<>();

  Person(String key) {
    this.key = key;
  }

  /** A consent given or withdrawn. */
  public record Consent(String channel, boolean granted, Instant at) {}

  /** An order with the instants at which it reached a status. */
  public record Order(
      String key, Map<String, Instant> reached, boolean presale, List<Line> lines) {}

  /** A line of an order. */
  public record Line(String product, String category, long items, BigDecimal amount) {}

  /**
   * Something the person did; product, category and properties that it does not have are absent.
   */
  public record Event(
      String key, String type, Instant at, Map<String, String> about, Map<String, String> says) {}
}
