package io.sluice.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only that the benchmark runs and measures every part; figures of so few people say nothing. */
@Tag("full")
class BenchmarkTest {
  @Test
  void measuresEveryPart() {
    Table table = Benchmark.run(new Sizes(500, 2_000, 3_000, 40, 300, ""));

    assertThat(table.lines())
        .extracting(Table.Line::part)
        .contains("(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(i)", "(j)");
    assertThat(table.lines()).filteredOn(line -> line.part().equals("(d)")).hasSize(24);
    assertThat(table.lines())
        .filteredOn(line -> line.part().equals("(b)"))
        .allSatisfy(line -> assertThat(line.ratio()).isEqualTo(1.0));
  }
}
