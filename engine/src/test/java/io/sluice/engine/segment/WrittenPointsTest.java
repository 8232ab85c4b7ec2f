package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.AccountRef;
import io.sluice.node.Audience;
import io.sluice.node.PointsWrite;
import io.sluice.node.PointsWrite.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of people by their points, held against balances reckoned person by person. */
class WrittenPointsTest {
  private static final int PEOPLE = 60;
  private static final int WRITES = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tellsWhatEachPersonWouldHave(long seed) {
    Random random = new Random(seed);
    long[] balances = random.longs(PEOPLE, 0, 200).toArray();
    long[] before = balances.clone();
    List<PointsWrite> writes = new ArrayList<>();
    for (int i = 0; i < WRITES; i++) {
      writes.add(write(random, balances));
    }

    WrittenPoints points = new WrittenPoints(writes, atLeast(before));

    for (long bound = -20; bound < 400; bound += 7) {
      assertThat(points.atLeast(bound))
          .as("at least " + bound)
          .isEqualTo(atLeast(balances).apply(bound));
    }
  }

  /** A random write, which is also done to the balances. */
  private static PointsWrite write(Random random, long[] balances) {
    Change change = Change.values()[random.nextInt(Change.values().length)];
    long points = change == Change.RESET ? 0 : random.nextInt(80);
    Audience whose =
        people(
            member ->
                random.nextInt(3) == 0 && (change != Change.DEDUCT || balances[member] >= points));
    whose.forEach(member -> balances[member] = after(change, balances[member], points));
    return new PointsWrite(new AccountRef("shop"), change, points, whose);
  }

  private static long after(Change change, long balance, long points) {
    return switch (change) {
      case ADD -> balance + points;
      case DEDUCT -> balance - points;
      case DEDUCT_TO_ZERO -> Math.max(0, balance - points);
      case RESET -> 0;
    };
  }

  private static LongFunction<Audience> atLeast(long[] balances) {
    return bound -> people(member -> balances[member] >= bound);
  }

  private static Audience people(java.util.function.IntPredicate who) {
    return Audience.collect(IntStream.range(0, PEOPLE).filter(who));
  }
}
