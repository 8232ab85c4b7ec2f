package io.sluice.samples.benchmark;

import java.time.Duration;

/** Measures everything in one run on PostgreSQL and prints one table of ratios. */
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] arguments) {
    run(Sizes.ofProperties());
    System.exit(0);
  }

  static Table run(Sizes sizes) {
    Table table = new Table();
    long start = System.nanoTime();
    try (Bench bench = Bench.start()) {
      String settings = settings(bench, sizes);
      System.out.println(settings);
      if (sizes.measures("sets")) {
        new SetNodeCost(bench, sizes.people()).measure(table);
        new Throughput(bench).measure(sizes, table);
        new DryRunCost(bench).measure(sizes.people(), table);
      }
      if (sizes.measures("messages")) {
        new MessageRates(bench).measure(sizes, table);
      }
      if (sizes.measures("rewards")) {
        new RewardRates(bench).measure(sizes, table);
      }
      if (sizes.measures("recounts")) {
        new RecountCost(bench).measure(sizes.people(), table, false);
        new RecountCost(bench).measure(sizes.large(), table, true);
      }
      table.print();
      System.out.println(settings);
      System.out.printf(
          "All of it in one run of %s.%n",
          Duration.ofNanos(System.nanoTime() - start)
              .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }
    return table;
  }

  private static String settings(Bench bench, Sizes sizes) {
    return """
        JVM %s, %d processors, heap %d MB; PostgreSQL %s, %s, synchronous_commit %s, fsync %s
        Camunda 7.24.0, history level activity, 8 job threads, on both sides; %s"""
        .formatted(
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20,
            bench.setting("server_version"),
            Bench.SETTINGS,
            bench.setting("synchronous_commit"),
            bench.setting("fsync"),
            sizes);
  }
}
