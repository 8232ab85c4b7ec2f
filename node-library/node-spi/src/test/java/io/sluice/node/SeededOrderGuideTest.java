package io.sluice.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the worked example of docs/seeded-order.md true. */
class SeededOrderGuideTest {
  private static final long CAMPAIGN = XxHash64.of(0, "demo/winback");
  private static final long RUN = XxHash64.of(CAMPAIGN, "run 1");
  private static final SeededOrder ORDER = SeededOrder.of(RUN, "sample_1");

  @Test
  void seedsAreAsTheGuideSays() throws IOException {
    assertThat(rows("\\| `([^`]+)` \\| `([0-9a-f]{16})` \\|"))
        .extracting(row -> row.group(1) + " " + row.group(2))
        .containsExactly(
            "demo/winback " + Long.toHexString(CAMPAIGN),
            "run 1 " + Long.toHexString(RUN),
            "sample_1 " + Long.toHexString(ORDER.seed()));
  }

  @Test
  void everybodyIsDrawnAsTheGuideSays() throws IOException {
    List<MatchResult> rows = rows("\\| (\\d+) \\| `([0-9a-f]{16})` \\| (\\d) \\| ([ab]) \\|");
    assertThat(rows).hasSize(5);
    Audience people =
        Audience.collect(rows.stream().mapToInt(row -> Integer.parseInt(row.group(1))));
    List<Audience> byRank = ORDER.slices(people, 0, 1, 2, 3, 4, 5);
    List<Audience> draws = ORDER.slices(people, 0, 3, 5);
    for (MatchResult row : rows) {
      int member = Integer.parseInt(row.group(1));
      assertThat(row.group(2)).isEqualTo(Long.toHexString(ORDER.key(member)));
      assertThat(byRank.get(Integer.parseInt(row.group(3))).contains(member)).isTrue();
      assertThat(draws.get(row.group(4).equals("a") ? 0 : 1).contains(member)).isTrue();
    }
  }

  private static List<MatchResult> rows(String pattern) throws IOException {
    String guide = Files.readString(Path.of("../../docs/seeded-order.md"));
    return Pattern.compile(pattern).matcher(guide).results().toList();
  }
}
