package io.sluice.engine.segment;

import static io.sluice.engine.segment.SetTimelineTest.PEOPLE;
import static io.sluice.engine.segment.SetTimelineTest.START;
import static io.sluice.engine.segment.SetTimelineTest.ids;
import static io.sluice.engine.segment.SetTimelineTest.randomWrite;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds sets of which changes were taken back against sets to which they were never done. */
@EngineTest
@Tag("any-database")
class SetRevertsTest {
  private static final int CHANGES = 8;
  private static final Instant FIRST_REVERT = START.plusSeconds(CHANGES);
  private static final Instant SECOND_REVERT = FIRST_REVERT.plusSeconds(2);

  @Autowired SetLog log;
  @Autowired SetReverts reverts;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;

  @Test
  void makesTheSetWhatTheOtherChangesAloneMakeOfIt() {
    WorkspaceId shop = workspaces.create("reverts", "Shop", ZoneOffset.UTC).id();
    Random random = new Random(20261122);
    for (int round = 0; round < 60; round++) {
      SetRef set = SetRef.discountMark("set-" + round);
      NaiveSet all = new NaiveSet();
      NaiveSet withoutTwo = new NaiveSet();
      NaiveSet withoutThree = new NaiveSet();
      for (int i = 0; i < CHANGES; i++) {
        SetWrite write = randomWrite(random, set);
        Instant at = START.plusSeconds(random.nextInt(CHANGES));
        String cause = "cause-" + i;
        transaction.execute(status -> log.append(shop, write, at, cause, null));
        all.append(at, write);
        if (i != 1 && i != 4) {
          withoutTwo.append(at, write);
        }
        if (i != 1 && i != 4 && i != 6) {
          withoutThree.append(at, write);
        }
      }

      revert(shop, set, List.of("cause-1", "cause-4"), FIRST_REVERT);
      revert(shop, set, List.of("cause-6"), SECOND_REVERT);

      for (int second = 0; second < 25; second++) {
        Instant asked = START.plusSeconds(second);
        NaiveSet expected =
            asked.isBefore(FIRST_REVERT)
                ? all
                : asked.isBefore(SECOND_REVERT) ? withoutTwo : withoutThree;
        assertThat(ids(log.asOf(shop, set, asked)))
            .as("round %d, second %d", round, second)
            .isEqualTo(expected.at(asked, PEOPLE));
      }
      assertThat(reverts.canRevert(shop, set, "cause-4")).isFalse();
      assertThat(reverts.canRevert(shop, set, "cause-5")).isTrue();
    }
  }

  private void revert(WorkspaceId shop, SetRef set, List<String> causes, Instant at) {
    transaction.execute(status -> reverts.revert(shop, set, causes, at));
  }
}
