package io.sluice.engine.segment;

import io.sluice.node.Audience;
import io.sluice.node.PointsWrite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Tells who has how many points of one account as if points had been written that are not. */
final class WrittenPoints {
  private final List<PointsWrite> writes;
  private final LongFunction<Audience> kept;
  private final Map<Question, Audience> known = new HashMap<>();

  /** Who has at least so many points after the first so many writes. */
  private record Question(int count, long points) {}

  /**
   * What is there with writes on top.
   *
   * @param writes those to the account, in the order in which they would be done
   * @param kept who has at least so many points by what is there
   */
  WrittenPoints(List<PointsWrite> writes, LongFunction<Audience> kept) {
    this.writes = List.copyOf(writes);
    this.kept = kept;
  }

  Audience atLeast(long points) {
    return after(writes.size(), points);
  }

  private Audience after(int count, long points) {
    Question question = new Question(count, points);
    Audience answer = known.get(question);
    if (answer == null) {
      answer = count == 0 ? kept.apply(points) : afterLast(count, points);
      known.put(question, answer);
    }
    return answer;
  }

  private Audience afterLast(int count, long points) {
    PointsWrite write = writes.get(count - 1);
    Audience whose = write.members();
    Audience others = after(count - 1, points).minus(whose);
    return switch (write.change()) {
      case ADD ->
          others.union(
              whose.intersect(after(count - 1, Math.subtractExact(points, write.points()))));
      case DEDUCT -> others.union(whose.intersect(lower(count, points, write.points())));
      case DEDUCT_TO_ZERO ->
          others.union(points <= 0 ? whose : whose.intersect(lower(count, points, write.points())));
      case RESET -> others.union(points <= 0 ? whose : Audience.empty());
    };
  }

  private Audience lower(int count, long points, long less) {
    return after(count - 1, Math.addExact(points, less));
  }
}
