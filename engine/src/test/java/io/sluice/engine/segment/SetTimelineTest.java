package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SetTimelineTest {
  static final int PEOPLE = 12;
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Any change of a set of twelve people: late news, expiry and replacement included. */
  static SetWrite randomWrite(Random random, SetRef set) {
    Audience members = Audience.collect(random.ints(random.nextInt(4), 0, PEOPLE));
    SetWrite.Change change =
        SetWrite.Change.values()[random.nextInt(random.nextInt(4) == 0 ? 3 : 2)];
    boolean expires = change != SetWrite.Change.REMOVE && random.nextBoolean();
    return new SetWrite(
        set, change, members, expires ? Optional.of(randomInstant(random)) : Optional.empty());
  }

  static Instant randomInstant(Random random) {
    return START.plusSeconds(random.nextInt(20));
  }

  static Set<Integer> ids(Audience audience) {
    Set<Integer> ids = new TreeSet<>();
    audience.forEach(ids::add);
    return ids;
  }

  @Property
  void tellsWhoWasInTheSetAtAnyInstant(@ForAll long seed) {
    Random random = new Random(seed);
    NaiveSet naive = new NaiveSet();
    SetTimeline timeline = SetTimeline.of(SetTimeline.Base.START, List.of(), 0);
    List<SetChange> all = new ArrayList<>();
    for (int seq = 1; seq <= 15; seq++) {
      SetWrite write = randomWrite(random, SetRef.tag("t"));
      Instant at = randomInstant(random);
      naive.append(at, write);
      SetChange change = new SetChange(at, seq, write.change(), write.members(), write.expiresAt());
      all.add(change);
      timeline = timeline.with(List.of(change), seq);

      Instant asked = randomInstant(random);
      assertThat(ids(timeline.stateAt(asked, seq).at(asked))).isEqualTo(naive.at(asked, PEOPLE));
    }
    all.sort(SetChange.ORDER);
    SetTimeline.Base base = timeline.snapshotWithout(random.nextInt(15));
    SetTimeline.Base read =
        new SetTimeline.Base(base.at(), base.seq(), SetState.fromBytes(base.state().toBytes()));
    List<SetChange> rest = all.stream().filter(c -> c.at().isAfter(base.at())).toList();
    SetTimeline loaded = SetTimeline.of(read, rest, 15);
    for (int second = 0; second < 20; second++) {
      Instant asked = START.plusSeconds(second);
      if (loaded.covers(asked, 15)) {
        assertThat(ids(loaded.stateAt(asked, 15).at(asked))).isEqualTo(naive.at(asked, PEOPLE));
      }
    }
  }
}
