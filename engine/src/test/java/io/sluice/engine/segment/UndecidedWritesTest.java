package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndecidedWritesTest {
  private static Write tag(String key, int... members) {
    return SetWrite.add(SetRef.tag(key), Audience.of(members));
  }

  @Test
  void whatIsCertainIsOneCase() {
    List<Write> writes = List.of(tag("a", 1, 2), tag("b", 3));

    assertThat(UndecidedWrites.cases(writes, writes)).containsExactly(writes);
  }

  @Test
  void oneUndecidedWriteIsMadeOrNot() {
    assertThat(UndecidedWrites.cases(List.of(tag("a", 1, 2)), List.of(tag("a", 1))))
        .containsExactly(List.of(tag("a", 1, 2)), List.of(tag("a", 1)));
  }

  @Test
  void severalAreAlsoMadeOneAfterTheOther() {
    List<Write> most = List.of(tag("a", 1), tag("b", 2), tag("c", 3));
    List<Write> sure = List.of(tag("a"), tag("b", 2), tag("c"));

    assertThat(UndecidedWrites.cases(most, sure))
        .containsExactly(
            most,
            sure,
            List.of(tag("a", 1), tag("b", 2), tag("c")),
            List.of(tag("a"), tag("b", 2), tag("c", 3)));
  }
}
