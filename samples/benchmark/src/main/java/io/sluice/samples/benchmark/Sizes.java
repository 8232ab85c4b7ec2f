package io.sluice.samples.benchmark;

/**
 * How many people, and what of it is measured.
 *
 * @param small the smaller audience of the throughput
 * @param people the audience of most figures
 * @param large the members of the large recount
 * @param plain the people that plain Camunda gets
 * @param http the people that get a message by HTTP
 * @param only a part that alone is measured: messages or rewards; empty for everything
 */
record Sizes(int small, int people, int large, int plain, int http, String only) {
  static Sizes ofProperties() {
    return new Sizes(
        Integer.getInteger("benchmark.small", 100_000),
        Integer.getInteger("benchmark.people", 1_000_000),
        Integer.getInteger("benchmark.large", 10_000_000),
        Integer.getInteger("benchmark.plain", 3_000),
        Integer.getInteger("benchmark.http", 20_000),
        System.getProperty("benchmark.only", ""));
  }

  boolean measures(String part) {
    return only.isEmpty() || only.equals(part);
  }
}
