package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndecidedWritesTest {
  private static PlannedWrite tag(String key, int... members) {
    return new PlannedWrite(SetWrite.add(SetRef.tag(key), Audience.of(members)), Instant.EPOCH);
  }

  @Test
  void whatIsCertainIsOneCase() {
    List<PlannedWrite> writes = List.of(tag("a", 1, 2), tag("b", 3));

    assertThat(UndecidedWrites.cases(writes, writes)).containsExactly(writes);
  }

  @Test
  void oneUndecidedWriteIsMadeOrNot() {
    assertThat(UndecidedWrites.cases(List.of(tag("a", 1, 2)), List.of(tag("a", 1))))
        .containsExactly(List.of(tag("a", 1, 2)), List.of(tag("a", 1)));
  }

  @Test
  void severalAreAlsoMadeOneAfterTheOther() {
    List<PlannedWrite> most = List.of(tag("a", 1), tag("b", 2), tag("c", 3));
    List<PlannedWrite> sure = List.of(tag("a"), tag("b", 2), tag("c"));

    assertThat(UndecidedWrites.cases(most, sure))
        .containsExactly(
            most,
            sure,
            List.of(tag("a", 1), tag("b", 2), tag("c")),
            List.of(tag("a"), tag("b", 2), tag("c", 3)));
  }
}
