package io.sluice.node.types.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sluice.node.testkit.NodeTester;
import io.sluice.node.testkit.NodeTypeContract;
import io.sluice.node.testkit.Problem;
import io.sluice.node.types.time.WaitNode.Settings;
import io.sluice.node.types.time.WaitNode.WaitFor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitNodeTest extends NodeTypeContract<Settings> {
  WaitNodeTest() {
    super(
        new WaitNode(),
        new Settings(WaitFor.DURATION, Duration.ofDays(3), null),
        new Settings(WaitFor.UNTIL, null, LocalDateTime.parse("2026-01-20T10:00")));
  }

  private final NodeTester<Settings> node =
      NodeTester.of(new WaitNode()).instant("2026-11-21T09:00:00Z").zone("Asia/Shanghai");

  @Test
  void waitsForATimeSpan() {
    assertThat(node.settings("{\"for\":\"duration\",\"duration\":\"P3D\"}").run().release())
        .contains(Instant.parse("2026-11-24T09:00:00Z"));
  }

  @Test
  void waitsUntilTheClocksOfTheWorkspaceShowTheTime() {
    assertThat(node.settings("{\"for\":\"until\",\"until\":\"2026-12-01T10:00\"}").run().release())
        .contains(Instant.parse("2026-12-01T02:00:00Z"));
  }

  @Test
  void doesNotWaitForWhatIsPast() {
    assertThat(node.settings("{\"for\":\"until\",\"until\":\"2026-11-01T10:00\"}").run().release())
        .contains(Instant.parse("2026-11-21T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                        | missing-wait     | for",
        "{\"for\":\"until\"}                       | missing-until    | until",
        "{\"for\":\"until\",\"until\":\"3000-01-01T00:00\"} | until-too-late | until",
        "{\"for\":\"duration\"}                    | missing-duration | duration",
        "{\"for\":\"duration\",\"duration\":\"PT0S\"}  | missing-duration | duration",
        "{\"for\":\"duration\",\"duration\":\"-P1D\"}  | missing-duration | duration",
        "{\"for\":\"duration\",\"duration\":\"P367D\"} | wait-too-long    | duration"
      })
  void saysWhatIsWrong(String settings, String code, String field) {
    assertThat(node.settings(settings).problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple(code, field));
  }
}
