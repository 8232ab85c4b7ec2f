package io.sluice.engine.segment;

import static io.sluice.engine.segment.SetTimelineTest.PEOPLE;
import static io.sluice.engine.segment.SetTimelineTest.START;
import static io.sluice.engine.segment.SetTimelineTest.ids;
import static io.sluice.engine.segment.SetTimelineTest.randomInstant;
import static io.sluice.engine.segment.SetTimelineTest.randomWrite;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class SetLogTest {
  private static int number;

  @Autowired SetLog log;
  @Autowired SetRows rows;
  @Autowired SetSnapshots snapshots;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext db;
  WorkspaceId shop;
  WorkspaceId other;

  @BeforeEach
  void open() {
    shop = workspaces.create("log-" + number++, "Shop", ZoneOffset.UTC).id();
    other = workspaces.create("log-" + number++, "Other", ZoneOffset.UTC).id();
  }

  boolean append(WorkspaceId workspace, SetWrite write, Instant at, String cause) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> log.append(workspace, write, at, cause, null)));
  }

  @Test
  void tellsWhoWasInASetAtAnyInstantWithSnapshotsAndWithout() {
    Random random = new Random(20261121);
    for (int round = 0; round < 10; round++) {
      SetRef set = SetRef.tag("set-" + round);
      NaiveSet naive = new NaiveSet();
      for (int i = 0; i < 25; i++) {
        SetWrite write = randomWrite(random, set);
        Instant at = randomInstant(random);
        naive.append(at, write);
        append(shop, write, at, "cause-" + i);
        append(other, SetWrite.add(set, Audience.range(0, PEOPLE)), START, "cause-" + i);
        if (random.nextInt(5) == 0) {
          int keep = random.nextInt(5);
          transaction.executeWithoutResult(
              status -> snapshots.take(rows.find(shop, set).orElseThrow(), keep));
        }
        if (random.nextInt(5) == 0) {
          log.clear();
        }
        Instant asked = randomInstant(random);
        assertThat(ids(log.asOf(shop, set, asked))).isEqualTo(naive.at(asked, PEOPLE));
      }
    }
  }

  @Test
  void appendsOncePerCauseHoweverManyTryAtOnce() throws Exception {
    SetRef set = SetRef.tag("race");
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<Boolean>> tries =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    threads.submit(
                        () ->
                            append(
                                shop,
                                SetWrite.add(set, Audience.of(i % 20)),
                                START,
                                "cause-" + i % 20)))
            .toList();
    int appended = 0;
    for (Future<Boolean> one : tries) {
      appended += one.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(appended).isEqualTo(20);
    assertThat(log.asOf(shop, set, START)).isEqualTo(Audience.range(0, 20));
    assertThat(rows.find(shop, set).orElseThrow().lastSeq()).isEqualTo(20);
  }

  @Test
  void forgetsWhatWasRolledBack() {
    SetRef set = SetRef.tag("rolled-back");
    append(shop, SetWrite.add(set, Audience.of(1)), START, "a");
    transaction.executeWithoutResult(
        status -> {
          log.append(shop, SetWrite.add(set, Audience.of(2)), START, "b", null);
          assertThat(log.asOf(shop, set, START)).isEqualTo(Audience.of(1, 2));
          status.setRollbackOnly();
        });
    assertThat(log.asOf(shop, set, START)).isEqualTo(Audience.of(1));

    append(shop, SetWrite.add(set, Audience.of(3)), START, "b");
    assertThat(log.asOf(shop, set, START)).isEqualTo(Audience.of(1, 3));
  }

  @Test
  void foldsALongLogFromASnapshot() {
    SetRef set = SetRef.tag("long");
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < 1500; i++) {
            log.append(
                shop, SetWrite.add(set, Audience.of(i)), START.plusSeconds(i), "c" + i, null);
          }
        });

    snapshots.takeWhereDue();
    log.clear();

    SetRow row = rows.find(shop, set).orElseThrow();
    SetTimeline loaded = log.load(row, START.plusSeconds(2000));
    assertThat(loaded.length()).isLessThanOrEqualTo(SetSnapshots.KEEP + 1);
    assertThat(log.asOf(shop, set, START.plusSeconds(2000))).isEqualTo(Audience.range(0, 1500));
    assertThat(log.asOf(shop, set, START.plusSeconds(9))).isEqualTo(Audience.range(0, 10));
  }
}
